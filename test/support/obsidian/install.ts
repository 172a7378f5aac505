import { setup } from "obsidian-test-mocks/setup";
import { installAdapter } from "./adapter";
import { installControls } from "./controls";
import { installDom } from "./dom";
import { installMarkdown } from "./markdown";
import { installMarkdownView } from "./markdown-view";
import { installMenus } from "./menu";
import { installMetadataCache } from "./metadata-cache";
import { installModals } from "./modal";
import { installNotices } from "./notice";
import { installPlugin } from "./plugin";
import { installSettings } from "./setting";
import { installSettingsTabs } from "./settings-tab";
import { installSuggestions } from "./suggest";
import { installVault } from "./vault";
import { installWorkspace } from "./workspace";

let isInstalled = false;

/** Brings the mocks nearer to Obsidian. Once per page or process: test files share theirs. */
export function installObsidian(): void {
	if (isInstalled) return;
	isInstalled = true;
	installAdapter();
	installVault();
	installMetadataCache();
	installControls();
	installSettings();
	installSettingsTabs();
	installNotices();
	installModals();
	installSuggestions();
	installMenus();
	installPlugin();
	installWorkspace();
	installMarkdownView();
	installMarkdown();
	// The mocks' own setup makes an app: what is replaced above must be there by then.
	setup();
	installDom();
}

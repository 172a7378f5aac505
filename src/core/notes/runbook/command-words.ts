/** UTF-16 units of a command that are looked at. */
const LOOKED_AT = 20_000;
/** Programs that are named. */
const MOST = 6;

const CMDLET = /(?:^|[^\w.$-])([A-Z][a-z]{1,14}-[A-Za-z]{2,40})\b/g;
const EXECUTABLE = /([\w.-]{2,40})\.(?:exe|ps1|vbs|dll|msi|bat|cmd)\b/gi;
const WORD = /^[A-Za-z][\w.+-]{0,40}$/;
/** Other words with dots in them are parts of some program's text. */
const SHELL_WORD = /^[A-Z][\w+-]{0,40}(?:\.(?:exe|sh|py|pl|rb|js|vbs|bat|cmd|ps1))?$/i;
const LEADING: ReadonlySet<string> = new Set(
	"sudo exec nohup time env command then do else call start if not".split(" "),
);

/** Words that lead another command, or are part of the shell. */
const SHELL_WORDS: ReadonlySet<string> = new Set(
	(
		"sudo exec nohup time env command then do done else elif if fi for while case esac in function local return break continue " +
		"echo printf cd pwd export set unset read sleep exit true false test let shift source alias eval wait trap " +
		"rem call start pushd popd goto pause cls title setlocal endlocal timeout del copy move mkdir md rmdir rd ren type dir not exist " +
		"cmd sh bash zsh powershell pwsh"
	).split(" "),
);
/** Programs that most commands use; they are named where nothing else is there to name. */
const COMMON: ReadonlySet<string> = new Set(
	"cat grep head tail sed awk cut tr sort uniq wc which ls rm cp mv touch mkdir chmod find".split(
		" ",
	),
);
const QUIET_CMDLETS: ReadonlySet<string> = new Set(
	(
		"write-host write-output out-null join-path split-path start-sleep test-path get-item get-childitem new-object select-object " +
		"where-object foreach-object sort-object format-table format-list out-string convertto-json convertfrom-json write-error " +
		"import-module get-random get-date get-location set-location measure-object start-process stop-process new-item remove-item"
	).split(" "),
);

/** Names the programs and cmdlets that a command runs, at most six, in order of standing; no shell words, and nothing but plain names. */
export function listPrograms(command: string, executor: string): readonly string[] {
	const text = command.slice(0, LOOKED_AT);
	const found = new Map<string, string>();
	const add = (name: string): void => {
		const bare = name.replace(/\.(?:exe|cmd|bat)$/i, "");
		const key = bare.toLowerCase();
		if (!WORD.test(bare) || SHELL_WORDS.has(key) || QUIET_CMDLETS.has(key) || found.has(key))
			return;
		if (found.size < MOST) found.set(key, bare);
	};
	if (executor === "powershell" || executor === "pwsh") {
		for (const match of text.matchAll(CMDLET)) add(match[1] ?? "");
		for (const match of text.matchAll(EXECUTABLE)) {
			if (/\.exe$/i.test(match[0])) add(match[1] ?? "");
		}
	} else {
		const words = listFirstWords(text);
		for (const word of words) if (!COMMON.has(word)) add(word);
		if (found.size === 0) for (const word of words) add(word);
	}
	return [...found.values()];
}

/** The first word of each part of a shell's lines, without its folder; words that lead another command are passed over. */
function listFirstWords(text: string): string[] {
	const found: string[] = [];
	for (const part of text.split(/[\n;&|(){}`]+/)) {
		for (const raw of part.trim().split(/\s+/, 4)) {
			const word = raw.replace(/^[@"']{1,3}/, "");
			if (word.includes("=")) continue;
			found.push(baseOf(word).split(/["',]/, 1)[0] ?? "");
			if (!LEADING.has(word.toLowerCase())) break;
		}
	}
	return found.filter((word) => SHELL_WORD.test(word));
}

function baseOf(word: string): string {
	return word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1);
}

/** Names the operations of a cloud that a command line asks for: `aws iam create-user` is `iam:CreateUser`. At most six. */
export function listCloudCalls(command: string): readonly string[] {
	const calls = new Set<string>();
	const text = command.slice(0, LOOKED_AT);
	for (const match of text.matchAll(
		/\baws +(?:--\S+ +\S+ +)?([a-z][a-z0-9-]{1,30}) +([a-z][a-z0-9-]{1,50})\b/g,
	)) {
		const words = (match[2] ?? "").split("-");
		const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
		if (calls.size < MOST) calls.add(`${match[1] ?? ""}:${name}`);
	}
	return [...calls];
}

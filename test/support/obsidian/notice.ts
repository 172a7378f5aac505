import { Notice } from "obsidian-test-mocks/obsidian";
import { patch } from "./patch";

interface NoticeSelf {
	containerEl: HTMLElement;
	messageEl: HTMLElement;
	noticeEl: HTMLElement;
	hide(): void;
	setMessage(message: string | DocumentFragment): unknown;
}

const defaultDuration = 5000;

function containerOfNotices(): HTMLElement {
	const found = document.body.querySelector<HTMLElement>(".notice-container");
	return found ?? document.body.createDiv({ cls: "notice-container" });
}

/** Shows notices in the page, for as long as Obsidian does. */
export function installNotices(): void {
	patch<NoticeSelf>(Notice, {
		constructor__(message: string | DocumentFragment, duration?: number) {
			this.noticeEl.remove();
			this.noticeEl = this.containerEl;
			this.containerEl.addClass("notice");
			this.messageEl.addClass("notice-message");
			this.setMessage(message);
			this.containerEl.addEventListener("click", () => {
				this.hide();
			});
			containerOfNotices().append(this.containerEl);
			const milliseconds = duration ?? defaultDuration;
			if (milliseconds > 0) {
				setTimeout(() => {
					this.hide();
				}, milliseconds);
			}
		},
		hide() {
			this.containerEl.remove();
		},
		setMessage(message: string | DocumentFragment) {
			this.messageEl.replaceChildren(message);
			return this;
		},
	});
}

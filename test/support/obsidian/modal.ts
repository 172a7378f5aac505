import { ConfirmationModal, Modal } from "obsidian-test-mocks/obsidian";
import { patch } from "./patch";

interface ModalSelf {
	containerEl: HTMLElement;
	modalEl: HTMLElement;
	titleEl: HTMLElement;
	contentEl: HTMLElement;
	buttonContainerEl: HTMLElement;
	closeCallback: (() => unknown) | null;
	addButton(use: (button: CancelButton) => unknown): unknown;
	close(): void;
	onOpen(): unknown;
	onClose(): unknown;
}

interface CancelButton {
	setButtonText(text: string): CancelButton;
	onClick(callback: () => unknown): CancelButton;
}

/** Puts modals into the page, where they stay until they are closed. */
export function installModals(): void {
	patch<ModalSelf>(Modal, {
		constructor__() {
			this.containerEl.addClasses(["modal-container", "mod-dim"]);
			this.modalEl.addClass("modal");
			this.titleEl.addClass("modal-title");
			this.contentEl.addClass("modal-content");
			const background = createDiv({ cls: "modal-bg" });
			const closeButton = createDiv({ cls: "modal-close-button" });
			const header = createDiv({ cls: "modal-header" });
			this.containerEl.prepend(background);
			header.append(this.titleEl);
			this.modalEl.prepend(closeButton, header);
			for (const element of [background, closeButton]) {
				element.addEventListener("click", () => {
					this.close();
				});
			}
			this.containerEl.addEventListener("keydown", (event) => {
				if (event.key === "Escape") this.close();
			});
		},
		open() {
			document.body.append(this.containerEl);
			void this.onOpen();
		},
		close() {
			if (!this.containerEl.isConnected) return;
			this.containerEl.remove();
			this.onClose();
			this.closeCallback?.();
		},
	});
	patch<ModalSelf>(ConfirmationModal, {
		constructor2__() {
			this.buttonContainerEl.addClass("modal-button-container");
		},
		addCancelButton(text?: string) {
			this.addButton((button) => {
				button.setButtonText(text ?? "Cancel").onClick(() => {
					this.close();
				});
			});
			return this;
		},
	});
}

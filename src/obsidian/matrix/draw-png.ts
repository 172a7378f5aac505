/** Pixels of a picture: WebKit on a phone allows twice as many, but drawing holds the window up. */
const MOST_PIXELS = 8_000_000;

/** Draws an SVG as a PNG, at twice its size where a canvas can be that large. */
export async function drawPng(svg: string): Promise<ArrayBuffer> {
	const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
	try {
		const image = createEl("img");
		image.src = url;
		await image.decode();
		const { naturalWidth: width, naturalHeight: height } = image;
		const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
		const canvas = createEl("canvas");
		canvas.width = Math.floor(width * scale);
		canvas.height = Math.floor(height * scale);
		canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
		if (blob === null) throw new Error("The picture is too large for this device");
		return await blob.arrayBuffer();
	} finally {
		URL.revokeObjectURL(url);
	}
}

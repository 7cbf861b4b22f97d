import decodeQR from 'qr/decode.js';

/** What the QR code in a page says, read from its picture as a camera would. */
export function readQr(page: string): string {
	const [, size = '', picture = ''] = /<svg viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]+)"/u.exec(
		page,
	)!;
	const [cells, scale] = [Number.parseInt(size, 10), 4];
	const width = cells * scale;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	let [x, y] = [0, 0];
	for (const [, move, right = '', down = ''] of picture.matchAll(
		/([Mm])(-?\d+)[ ,]?(-?\d+)h1v1[Hh]-?\d+Z/gu,
	)) {
		const [across, along] = [Number.parseInt(right, 10), Number.parseInt(down, 10)];
		[x, y] = move === 'M' ? [across, along] : [x + across, y + along];
		for (let row = 0; row < scale; row += 1) {
			const start = ((y * scale + row) * width + x * scale) * 4;
			for (let pixel = 0; pixel < scale; pixel += 1)
				data.fill(0, start + pixel * 4, start + pixel * 4 + 3);
		}
	}
	return decodeQR({width, height: width, data});
}

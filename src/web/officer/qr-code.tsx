import encodeQR from 'qr';
import {useMemo} from 'react';

export type QrCodeProps = {readonly text: string; readonly label: string; readonly size?: number};

/** A text as a QR code, dark on light in every appearance: that is what scanners read. */
export function QrCode({text, label, size = 200}: QrCodeProps) {
	const rows = useMemo(() => encodeQR(text, 'raw', {border: 2}), [text]);
	const squares = rows.flatMap((row, y) =>
		row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
	);
	return (
		<svg
			width={size}
			height={size}
			viewBox={`0 0 ${String(rows.length)} ${String(rows.length)}`}
			role="img"
			aria-label={label}
			shapeRendering="crispEdges"
		>
			<rect width="100%" height="100%" fill="#fff" />
			<path d={squares.join('')} fill="#000" />
		</svg>
	);
}

// A handful of drawings of our own, in the strokes of the letters beside them.
import type {ReactNode} from 'react';

const paths = {
	today: 'M5 5h14v15H5zM5 9.5h14M9 3v4M15 3v4M9 14l2 2 4-4',
	search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
	group:
		'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3 3 3 5.5',
	form: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h6M12 10v6',
	cash: 'M3 7h18v11H3zM12 10a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6 10v0M18 15v0',
	health: 'M4 13h4l2-6 4 11 2-5h4',
	data: 'M12 4v11M8 11l4 4 4-4M5 20h14',
	receipt: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
	sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
	moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
	language:
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z',
	leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
	inbox: 'M4 5h16v14H4zM4 13h5l1 2h4l1-2h5',
	chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
	map: 'M9 4 4 6v14l5-2 6 2 5-2V4l-5 2zM9 4v14M15 6v14',
	shield: 'M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6zM9 12l2 2 4-4',
	gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
	upload: 'M12 20V9M8 13l4-4 4 4M5 4h14',
	person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
	more: 'M4 7h16M4 12h16M4 17h16',
	back: 'M15 5l-7 7 7 7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({
	name,
	size = 22,
}: {
	readonly name: IconName;
	readonly size?: number;
}): ReactNode {
	return (
		<svg
			width={size}
			height={size}
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.8"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
		>
			<path d={paths[name]} />
		</svg>
	);
}

import {useWindowVirtualizer} from '@tanstack/react-virtual';
import {type ReactNode, useLayoutEffect, useRef, useState} from 'react';

export type VirtualListProps<T> = {
	readonly label: string;
	readonly items: readonly T[];
	readonly keyOf: (item: T) => string;
	/** About how tall an item is in pixels; each is measured when it is seen. */
	readonly estimate: number;
	readonly children: (item: T, index: number) => ReactNode;
};

/** A list of which only what is in sight is on the page, so that ten thousand scroll as ten do. */
export function VirtualList<T>({label, items, keyOf, estimate, children}: VirtualListProps<T>) {
	const list = useRef<HTMLDivElement>(null);
	const [top, setTop] = useState(0);
	useLayoutEffect(() => {
		setTop(list.current?.offsetTop ?? 0);
	}, []);
	const virtualizer = useWindowVirtualizer({
		count: items.length,
		estimateSize: () => estimate,
		getItemKey: (index) => keyOf(items[index]!),
		overscan: 8,
		scrollMargin: top,
	});
	return (
		<div
			ref={list}
			role="list"
			aria-label={label}
			style={{position: 'relative', height: virtualizer.getTotalSize()}}
		>
			{virtualizer.getVirtualItems().map(({index, key, start}) => (
				<div
					key={key}
					ref={virtualizer.measureElement}
					data-index={index}
					role="listitem"
					aria-setsize={items.length}
					aria-posinset={index + 1}
					style={{
						position: 'absolute',
						insetInline: 0,
						top: 0,
						transform: `translateY(${String(start - top)}px)`,
					}}
				>
					{children(items[index]!, index)}
				</div>
			))}
		</div>
	);
}

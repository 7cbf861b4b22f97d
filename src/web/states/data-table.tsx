import {useWindowVirtualizer} from '@tanstack/react-virtual';
import {
	type CSSProperties,
	type ReactNode,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from 'react';
import {flushSync} from 'react-dom';

export type Column<T> = {
	readonly key: string;
	readonly heading: string;
	/** Figures stand under each other, at the right. */
	readonly isFigure?: boolean;
	/** At least so wide in pixels where there is room for columns at all. */
	readonly width?: number;
	readonly cell: (row: T) => ReactNode;
	/**
	 * What stands in it on paper, where nothing leads on: ten thousand rows of links would keep a
	 * printer waiting for half a minute. Without it the cell itself.
	 */
	readonly onPaper?: (row: T) => string;
};

export type DataTableProps<T> = {
	readonly label: string;
	readonly columns: readonly Column<T>[];
	readonly rows: readonly T[];
	readonly keyOf: (row: T, index: number) => string;
	/** What the rows come to, by the key of a column. */
	readonly totals?: Readonly<Record<string, ReactNode>> | undefined;
};

/** Up to so many rows stand on the page as they are; of more, those in sight. */
const wholeMax = 120;
const estimate = 44;

/**
 * A table of any length. Where there is no room for columns, each row is a card of its own with
 * headings beside the values; columns that do not fit beside each other are moved to and fro.
 */
export function DataTable<T>({label, columns, rows, keyOf, totals}: DataTableProps<T>) {
	const isPrinting = useIsPrinting();
	const widths = columns.map(({width = 130}) => width);
	const style = {
		'--columns': widths.map((width) => `minmax(${String(width)}px, ${String(width)}fr)`).join(' '),
		'--width': `${String(widths.reduce((sum, width) => sum + width, 0))}px`,
	} as CSSProperties;
	return (
		<div className="data-scroll" tabIndex={0} role="region" aria-label={label}>
			<div
				className="data-table"
				role="table"
				aria-label={label}
				aria-rowcount={rows.length + 1}
				style={style}
			>
				<div role="rowgroup" className="data-head">
					<div role="row" className="data-row" aria-rowindex={1}>
						{columns.map(({key, heading, isFigure = false}) => (
							<div key={key} role="columnheader" className="data-cell" data-figure={isFigure}>
								{heading}
							</div>
						))}
					</div>
				</div>
				<Rows columns={columns} rows={rows} keyOf={keyOf} isPrinting={isPrinting} />
				{totals ? <Totals columns={columns} totals={totals} /> : null}
			</div>
		</div>
	);
}

type RowsProps<T> = Pick<DataTableProps<T>, 'columns' | 'rows' | 'keyOf'>;

/** All rows of a short table; of a long one those in sight, and on paper all of them as text. */
function Rows<T>({isPrinting, ...props}: RowsProps<T> & {readonly isPrinting: boolean}) {
	const {columns, rows, keyOf} = props;
	if (rows.length <= wholeMax) {
		return (
			<div role="rowgroup">
				{rows.map((row, index) => (
					<DataRow key={keyOf(row, index)} row={row} index={index} columns={columns} />
				))}
			</div>
		);
	}
	return isPrinting ? <RowsOnPaper {...props} /> : <RowsInSight {...props} />;
}

/** Every row with as little on the page as there can be: a cell is its text and nothing else. */
function RowsOnPaper<T>({columns, rows, keyOf}: RowsProps<T>) {
	return (
		<div role="rowgroup">
			{rows.map((row, index) => (
				<div key={keyOf(row, index)} role="row" className="data-row">
					{columns.map(({key, isFigure = false, cell, onPaper = cell}) => (
						<div key={key} role="cell" className="data-cell" data-figure={isFigure}>
							{onPaper(row)}
						</div>
					))}
				</div>
			))}
		</div>
	);
}

type RowProps<T> = {
	readonly row: T;
	readonly index: number;
	readonly columns: readonly Column<T>[];
};

function DataRow<T>({row, index, columns}: RowProps<T>) {
	return (
		<div role="row" className="data-row" aria-rowindex={index + 2}>
			{columns.map((column) => (
				<div
					key={column.key}
					role="cell"
					className="data-cell"
					data-figure={column.isFigure ?? false}
					data-heading={column.heading}
				>
					<span className="data-value">{column.cell(row)}</span>
				</div>
			))}
		</div>
	);
}

function RowsInSight<T>({columns, rows, keyOf}: RowsProps<T>) {
	const list = useRef<HTMLDivElement>(null);
	const [top, setTop] = useState(0);
	useLayoutEffect(() => {
		const box = list.current?.getBoundingClientRect();
		if (box) setTop(box.top + globalThis.scrollY);
	}, []);
	const virtualizer = useWindowVirtualizer({
		count: rows.length,
		estimateSize: () => estimate,
		getItemKey: (index) => keyOf(rows[index]!, index),
		overscan: 12,
		scrollMargin: top,
	});
	return (
		<div
			ref={list}
			role="rowgroup"
			style={{position: 'relative', height: virtualizer.getTotalSize()}}
		>
			{virtualizer.getVirtualItems().map(({index, key, start}) => (
				<div
					key={key}
					ref={virtualizer.measureElement}
					data-index={index}
					role="presentation"
					style={{
						position: 'absolute',
						insetInline: 0,
						top: 0,
						transform: `translateY(${String(start - top)}px)`,
					}}
				>
					<DataRow row={rows[index]!} index={index} columns={columns} />
				</div>
			))}
		</div>
	);
}

type TotalsProps<T> = {
	readonly columns: readonly Column<T>[];
	readonly totals: Readonly<Record<string, ReactNode>>;
};

function Totals<T>({columns, totals}: TotalsProps<T>) {
	return (
		<div role="rowgroup" className="data-totals">
			<div role="row" className="data-row">
				{columns.map(({key, heading, isFigure = false}) => (
					<div
						key={key}
						role="cell"
						className="data-cell"
						data-figure={isFigure}
						data-heading={heading}
						data-empty={totals[key] === undefined}
					>
						<span className="data-value">{totals[key]}</span>
					</div>
				))}
			</div>
		</div>
	);
}

/** Whether the page is being printed: then all of a table stands on it. */
function useIsPrinting(): boolean {
	const [isPrinting, setPrinting] = useState(false);
	useEffect(() => {
		const tell = (is: boolean) => () => {
			flushSync(() => {
				setPrinting(is);
			});
		};
		const [before, after] = [tell(true), tell(false)];
		globalThis.addEventListener('beforeprint', before);
		globalThis.addEventListener('afterprint', after);
		return () => {
			globalThis.removeEventListener('beforeprint', before);
			globalThis.removeEventListener('afterprint', after);
		};
	}, []);
	return isPrinting;
}

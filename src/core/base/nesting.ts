/** Lists in lists, quotes, tags, emphasis: no reader follows so many. The bundler dies of a few hundred. */
export const mostLevels = 50;

/** @param line No number: what parses the page does not know it. */
export function describeDeepPage(file: string, line: unknown): string {
	const place = typeof line === 'number' ? ` (line ${String(line)})` : '';
	return (
		`${file} is nested too deeply.\n` +
		`✖ More than ${String(mostLevels)} lists, quotes, tags or brackets inside one another${place}. Expected at most ${String(mostLevels)}.\n` +
		'Close what is open there, or move the inner parts into a section or a page of their own.'
	);
}

/** The column at which the content of a list item begins; of a quote, that of its mark. */
interface Container {
	kind: 'item' | 'quote';
	column: number;
}

interface Fence {
	mark: string;
	depth: number;
}

/**
 * The first line of a page, counted from 1, on which lists and quotes are nested too deeply. It reads
 * each line once, where a parser takes minutes and then overflows.
 *
 * @see https://spec.commonmark.org/0.31.2/#container-blocks
 */
export function findDeepLine(markdown: string): number | undefined {
	let open: Container[] = [];
	let fence: Fence | undefined;
	for (const [index, text] of markdown.split(/\r?\n/).entries()) {
		const line = text.replaceAll('\t', '    ');
		if (line.trim() === '') continue;
		const { kept, column } = continueIn(open, line);
		if (fence && kept.length >= fence.depth) {
			if (line.slice(column).trim().startsWith(fence.mark)) fence = undefined;
			continue;
		}
		const opened = openMore(kept, line, column);
		open = opened.open;
		if (open.length > mostLevels) return index + 1;
		const mark = /^ *(`{3,}|~{3,})/.exec(line.slice(opened.column))?.[1];
		fence = mark === undefined ? undefined : { mark, depth: open.length };
	}
	return undefined;
}

/** The containers that go on in a line, and where in it their content is. */
function continueIn(open: readonly Container[], line: string) {
	const kept: Container[] = [];
	let column = 0;
	for (const container of open) {
		const indent = indentAt(line, column);
		if (container.kind === 'quote') {
			if (line[column + indent] !== '>') break;
			column += indent + 1;
		} else {
			if (column + indent < container.column) break;
			column = container.column;
		}
		kept.push(container);
	}
	return { kept, column };
}

function openMore(kept: Container[], line: string, start: number) {
	const open = [...kept];
	let column = start;
	while (open.length <= mostLevels && !/^ *([-*_])( *\1){2,} *$/.test(line.slice(column))) {
		const rest = line.slice(column);
		const [mark] = /^ *(>|(?:[-+*]|\d{1,9}[.)])(?: |$))/.exec(rest) ?? [];
		if (mark === undefined) break;
		column += mark.length;
		open.push({ kind: mark.endsWith('>') ? 'quote' : 'item', column });
	}
	return { open, column };
}

function indentAt(line: string, column: number): number {
	const rest = line.slice(column);
	return rest.length - rest.trimStart().length;
}

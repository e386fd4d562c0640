import { escapeHtml } from '#core/base/escape-html.ts';

/** The file of a page's picture, beside it. */
export const shareImage = 'share.png';

/** What previews of a link show, in pixels. */
export const shareSize = { width: 1200, height: 630 };

export interface SharedPage {
	handbook: string;
	title: string;
	/** The answer of the page, in a sentence. Empty: it has none. */
	answer: string;
	/** Where its data are from, and since when. Empty: it has none. */
	stamp: string;
}

/** Words are broken by their number of letters: nothing measures a font here. */
const titleLines = { letters: 26, most: 3 };
const answerLines = { letters: 54, most: 3 };
const stampLines = { letters: 78, most: 1 };

/** The picture of a page: its title, its answer and its stamp, in the colours of the light theme. */
export function drawShareImage({ handbook, title, answer, stamp }: SharedPage): string {
	const titles = breakLines(title, titleLines);
	const { width, height } = shareSize;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" font-family="Inter">`,
		'<rect width="100%" height="100%" fill="#fff"/>',
		'<path d="M80 158h1040" stroke="#dcdbd9" stroke-width="4"/><circle cx="104" cy="158" r="14" fill="#6a4fb4"/>',
		draw([handbook], { top: 112, size: 32, fill: '#646163' }),
		draw(titles, { top: 268, size: 64, fill: '#18171d', weight: 600 }),
		draw(breakLines(answer, answerLines), {
			top: 268 + titles.length * 76,
			size: 36,
			fill: '#3a383d',
		}),
		draw(breakLines(stamp, stampLines), { top: 574, size: 24, fill: '#646163' }),
		'</svg>',
	].join('');
}

interface Style {
	/** Of the first line's letters. */
	top: number;
	size: number;
	fill: string;
	weight?: number;
}

function draw(lines: readonly string[], { top, size, fill, weight = 400 }: Style): string {
	return lines
		.map((line, index) => {
			const y = String(top + Math.round(index * size * 1.2));
			return `<text x="80" y="${y}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${fill}">${escapeHtml(line)}</text>`;
		})
		.join('');
}

/** What doesn't fit ends with an ellipsis, and so does a word that is longer than a line. */
function breakLines(text: string, { letters, most }: { letters: number; most: number }): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= letters) {
			lines.splice(-1, 1, `${last} ${word}`);
		} else lines.push(word.length > letters ? `${word.slice(0, letters - 1)}…` : word);
	}
	if (lines.length <= most) return lines;
	const last = lines[most - 1] ?? '';
	return [...lines.slice(0, most - 1), `${last.slice(0, letters - 1).replace(/[.,:;…]$/, '')}…`];
}

import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { describeBadge, renderBadge, type BadgeTone } from '#core/publish/exports/badge.ts';
import { aProjectsExport } from './values.ts';

const { snapshot } = aProjectsExport();
const none = { holds: 0, broken: 0, unknown: 0, exempt: 0 };

describe('the words of a badge', () => {
	test.each([
		{ counts: { holds: 9 }, message: 'all hold, 2026-11-23', tone: 'good', why: 'all is well' },
		{
			counts: { holds: 7, broken: 2, unknown: 1, exempt: 1 },
			message: '2 broken, 2026-11-23',
			tone: 'bad',
			why: 'what is broken comes first',
		},
		{
			counts: { holds: 7, unknown: 1, exempt: 1 },
			message: 'none broken, 1 unknown, 2026-11-23',
			tone: 'unknown',
			why: 'unknown is no failure, and does not hold either',
		},
		{
			counts: { holds: 7, exempt: 1 },
			message: 'all hold but 1 exempt, 2026-11-23',
			tone: 'exempt',
			why: 'an exemption is shown',
		},
		{
			counts: { unknown: 9 },
			message: 'unknown, 2026-11-23',
			tone: 'unknown',
			why: 'nothing can be told',
		},
		{ counts: {}, message: 'unknown, 2026-11-23', tone: 'unknown', why: 'nothing was checked' },
	])('$message: $why', ({ counts, message, tone }) => {
		const checkCounts = { ...none, ...counts };
		expect(describeBadge({ checkCounts }, snapshot)).toEqual({ message, tone });
	});

	test('invented data say so first', () => {
		const { message } = describeBadge({ checkCounts: none }, { ...snapshot, sample: true });
		expect(message).toBe('sample: unknown, 2026-11-23');
	});

	test.each([
		{ pulledAt: '2026-11-20T07:15:00Z', day: '2026-11-20', why: 'old rows keep their own day' },
		{ pulledAt: null, day: '2026-11-23', why: 'the day on which there were none' },
	])('$day: $why', ({ pulledAt, day }) => {
		const projects = { ...snapshot.projects, pulledAt };
		const { message } = describeBadge({ checkCounts: none }, { ...snapshot, projects });
		expect(message).toBe(`unknown, ${day}`);
	});
});

describe('a badge', () => {
	const hostile = `</text><script>alert(1)</script> "'&\u0000\u0008\uFFFF\uD800 ]]> \u202Eabc`;
	const svg = renderBadge({ message: hostile, tone: 'bad' });

	test('has its words as text, title and accessible name', () => {
		const root = fromHtml(renderBadge({ message: 'all hold', tone: 'good' }));
		const [image] = selectAll('svg', root);
		expect(image!.properties).toMatchObject({ role: 'img', ariaLabel: 'checks: all hold' });
		expect(selectAll('title', root).map((title) => toText(title))).toEqual(['checks: all hold']);
		expect(selectAll('text', root).map((text) => toText(text))).toEqual(['checks', 'all hold']);
	});

	test('takes text for text, and leaves out what XML has no place for', () => {
		expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&apos;&amp;');
		expect(tagsOf(svg)).toEqual(['g', 'rect', 'svg', 'text', 'title']);
		expect(svg).not.toMatch(/[\u0000-\u0008\uFFFF]/);
		expect(svg.isWellFormed()).toBe(true);
	});

	test('is well-formed XML: tags are closed in order, attributes quoted, signs escaped', () => {
		expect(findXmlMistake(svg)).toBeUndefined();
		expect(findXmlMistake(svg.replace('</title>', ''))).toBeDefined();
		expect(findXmlMistake(svg.replace('&amp;', '&'))).toBeDefined();
	});

	test('asks for nothing from elsewhere', () => {
		expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
			/https?:|href|url\(|style|\son\w+=/,
		);
	});

	test.each<BadgeTone>(['good', 'bad', 'exempt', 'unknown'])(
		'of the tone "%s" has the contrast that small text needs',
		(tone) => {
			const drawn = renderBadge({ message: 'words', tone });
			const fills = [...drawn.matchAll(/<rect[^>]* fill="(#[0-9a-f]{3,6})"/g)].map(([, f]) => f!);
			expect(fills).toHaveLength(2);
			expect(drawn).toContain('<g fill="#fff"');
			expect(drawn).not.toContain('fill="#333"');
			for (const fill of fills) expect(contrastWithWhite(fill)).toBeGreaterThanOrEqual(4.5);
		},
	);

	test('is the same each time', () => {
		expect(renderBadge({ message: hostile, tone: 'bad' })).toBe(svg);
	});
});

function tagsOf(xml: string): string[] {
	return [...new Set([...xml.matchAll(/<(\w+)/g)].map(([, name]) => name!))].toSorted();
}

/** What is wrong with a small document without comments and declarations. `undefined`: nothing. */
function findXmlMistake(xml: string): string | undefined {
	const open: string[] = [];
	const text = '(?:[^<>&"]|&(?:amp|lt|gt|quot|apos);)*';
	const token = new RegExp(
		String.raw`<(\w+)((?:\s[\w:-]+="${text}")*)\s*(/?)>|</(\w+)>|(${text})`,
		'y',
	);
	while (token.lastIndex < xml.length) {
		const at = token.lastIndex;
		const match = token.exec(xml);
		if (!match || token.lastIndex === at) return `at ${String(at)}: ${xml.slice(at, at + 20)}`;
		const [, begun, , isEmpty, ended] = match;
		if (begun !== undefined && !isEmpty) open.push(begun);
		if (ended !== undefined && open.pop() !== ended) return `</${ended}> closes nothing`;
	}
	return open.length === 0 ? undefined : `${open.join(', ')} not closed`;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastWithWhite(colour: string): number {
	const hex = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
	const [red, green, blue] = [0, 2, 4].map((at) => {
		const share = parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

import { expect, test } from 'vitest';
import { drawShareImage } from '#core/publish/share-image.ts';

const page = { handbook: 'Kettle handbook', title: 'Roadmap', answer: 'On pace', stamp: '' };
const textsOf = (svg: string) =>
	[...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test('a picture says what the page is called, what it answers, and from when that is', () => {
	const svg = drawShareImage({ ...page, stamp: 'From gitlab.example.org.' });
	expect(textsOf(svg)).toEqual([
		'Kettle handbook',
		'Roadmap',
		'On pace',
		'From gitlab.example.org.',
	]);
});

test('what GitLab says is text in it', () => {
	const svg = drawShareImage({ ...page, title: '</text><script>"1" & 2' });
	expect(svg).not.toContain('<script>');
	expect(textsOf(svg)[1]).toBe('&lt;/text&gt;&lt;script&gt;&quot;1&quot; &amp; 2');
});

test.each([
	{ reason: 'words go to the next line', title: 'a'.repeat(20) + ' ' + 'b'.repeat(20), lines: 2 },
	{ reason: 'a long word is cut', title: 'a'.repeat(400), lines: 1, end: '…' },
	{ reason: 'a long title is cut', title: 'words and '.repeat(40), lines: 3, end: '…' },
])('$reason', ({ title, lines, end = '' }) => {
	const drawn = textsOf(drawShareImage({ ...page, title })).slice(1, -1);
	expect(drawn).toHaveLength(lines);
	expect(drawn.at(-1)!.endsWith(end)).toBe(true);
	for (const line of drawn) expect(line!.length).toBeLessThanOrEqual(26);
});

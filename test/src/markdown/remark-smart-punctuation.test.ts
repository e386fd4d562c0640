import { unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import { remarkSmartPunctuation } from '#markdown/remark-smart-punctuation.ts';

const settings = { image: { domains: [], remotePatterns: [] } };
const [theirs, ours] = await Promise.all(
	[unified({}), unified({ smartypants: false, remarkPlugins: [remarkSmartPunctuation] })].map(
		(processor) => processor.createRenderer(settings as never),
	),
);

test.each([
	`"It's" – 'said' she. 'Twas in the '80s -- or later... "'Quoted' twice"`,
	'"*Words*" in **"strong"**, ["a link"](/a), `"code"`"s, and ("brackets").',
	'# "A heading" isn\'t\n\n"Its text"\n\n- "One"\n- two\'s\n\n| "A" | b\'s |\n| - | - |\n| "1" | "2" |',
	'> "Quoted"\n\n```\n"code" -- ...\n```\n\n<p>"html"</p> it\'s',
	'No sign at all.',
])('%s is set as remark-smartypants sets it', async (markdown) => {
	const [expected, got] = await Promise.all(
		[theirs!, ours!].map(async (one) => (await one.render(markdown)).code),
	);
	expect(got).toBe(expected);
});

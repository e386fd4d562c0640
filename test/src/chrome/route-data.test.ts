import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import { onRequest } from '#chrome/route-data.ts';

type Entry = APIContext['locals']['starlightRoute']['head'][number];

test.each<{ why: string; entry: Entry; content: string | undefined }>([
	{
		why: 'a title is text',
		entry: { tag: 'title', content: `</title><script>alert("R&amp;D")</script>'` },
		content: '&lt;/title&gt;&lt;script&gt;alert(&quot;R&amp;amp;D&quot;)&lt;/script&gt;&#39;',
	},
	{
		why: 'so is what is shown without JavaScript',
		entry: { tag: 'noscript', content: '<img src=x>' },
		content: '&lt;img src=x&gt;',
	},
	{
		why: 'a style is code',
		entry: { tag: 'style', content: 'main > p { color: red }' },
		content: 'main > p { color: red }',
	},
	{ why: 'nothing stays nothing', entry: { tag: 'meta', attrs: {} }, content: '' },
])('$why', async ({ entry, content }) => {
	const context = { locals: { starlightRoute: { head: [entry] } } } as unknown as APIContext;
	await onRequest(context, () => Promise.resolve());
	expect(context.locals.starlightRoute.head).toEqual([{ ...entry, content }]);
});

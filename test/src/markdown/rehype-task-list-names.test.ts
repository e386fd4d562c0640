import { expect, test } from 'vitest';
import { rehypeTaskListNames } from '#markdown/rehype-task-list-names.ts';
import { render } from './render.ts';

test.each([
	{ reason: 'a word', markdown: '- [ ] Ask', names: ['Ask'] },
	{ reason: 'done already', markdown: '- [x] Ask', names: ['Ask'] },
	{
		reason: 'text in several elements',
		markdown: '- [ ] Ask *your* [buddy](/team/)',
		names: ['Ask your buddy'],
	},
	{
		reason: 'empty lines make paragraphs',
		markdown: '- [ ] Ask\n\n  Anybody.\n\n- [ ] Read',
		names: ['Ask', 'Read'],
	},
	{
		reason: 'a list in a list has its own names',
		markdown: '- [ ] Ask\n  - [ ] Ada\n  - [ ] Bob',
		names: ['Ask', 'Ada', 'Bob'],
	},
	{ reason: 'signs that HTML writes as entities', markdown: '- [ ] R&D "x"', names: ['R&D “x”'] },
	{ reason: 'a picture alone has no text', markdown: '- [ ] ![](/a.svg)', names: ['Task'] },
	{ reason: 'no task list', markdown: '- Ask', names: [] },
])('a checkbox is named after its text: $reason', async ({ markdown, names }) => {
	const html = await render(markdown, [rehypeTaskListNames]);
	const found = [...html.matchAll(/<input[^>]* aria-label="([^"]*)"/g)].map(([, name]) =>
		name!.replaceAll('&#x26;', '&'),
	);
	expect(found).toEqual(names);
	expect(html.match(/<input/g)?.length ?? 0).toBe(names.length);
});

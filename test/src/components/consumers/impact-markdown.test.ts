import { expect, test } from 'vitest';
import { toMarkdown } from '#components/consumers/impact-markdown.ts';

const address = 'https://handbook.example.com/impact/?endpoint=get-car';
const contact = { name: 'Example', url: 'https://gitlab.example.com/example' };

test('names what changes, who breaks with which calls, and whom to ask', () => {
	const text = toMarkdown({
		address,
		endpoints: ['GET /cars/:id', 'POST /cars'],
		consumers: [
			{
				name: 'Reader',
				url: 'https://handbook.example.com/reader/',
				breaks: true,
				endpoints: ['GET /cars/:id'],
				contact,
			},
			{
				name: 'Unread',
				url: 'https://handbook.example.com/unread/',
				breaks: false,
				endpoints: [],
				contact,
			},
		],
	});
	expect(text.split('\n')).toEqual([
		'**Who a change to `GET /cars/:id`, `POST /cars` breaks**',
		'',
		'- [Reader](https://handbook.example.com/reader/) breaks: `GET /cars/:id`. Ask [Example](https://gitlab.example.com/example).',
		'- [Unread](https://handbook.example.com/unread/) may break. Ask [Example](https://gitlab.example.com/example).',
		'',
		`From [the handbook](${address}).`,
	]);
});

test('says that nobody is known to break', () => {
	expect(toMarkdown({ address, endpoints: ['GET /cars'], consumers: [] })).toContain(
		'Nobody, as far as we know.',
	);
});

test('a name mentions nobody, and is no link of its own', () => {
	const text = toMarkdown({
		address,
		endpoints: ['GET /a`b'],
		consumers: [
			{ name: '@all [x](https://evil.example)', url: '/a)b', breaks: true, endpoints: [], contact },
		],
	});
	expect(text).toContain(String.raw`[\@all \[x\]\(https://evil.example\)](/a%29b)`);
	expect(text).toContain('`GET /ab`');
});

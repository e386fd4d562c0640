import { expect, test } from 'vitest';
import { pageOfFile, twinOf } from '#core/publish/text/addresses.ts';
import { toLlmsFull, toLlmsIndex, type TextPage } from '#core/publish/text/llms.ts';
import { aSite } from '../../../../builders.ts';

const site = aSite({
	title: 'Tea handbook',
	description: 'How tea is made.',
	sections: [
		{ label: 'How we work', directory: 'work' },
		{ label: 'Empty', directory: 'empty' },
	],
});
const page = (path: `/${string}`, change: Partial<TextPage> = {}): TextPage => ({
	path,
	title: path,
	description: 'In a sentence.',
	isWritten: true,
	markdown: `# ${path}\n`,
	...change,
});
const pages = [
	page('/', { title: 'Welcome' }),
	page('/projects/tea/kettle/', { isWritten: false, description: undefined }),
	page('/work/planning/'),
];
const place = { site, base: 'https://tea.example/handbook' };

test('the index has each page with its sentence, by section, and what is made of data last', () => {
	expect(toLlmsIndex(pages, place)).toBe(`# Tea handbook

> How tea is made.

## Home

- [Welcome](https://tea.example/handbook/index.html.md): In a sentence.

## How we work

- [/work/planning/](https://tea.example/handbook/work/planning/index.html.md): In a sentence.

## Optional

- [/projects/tea/kettle/](https://tea.example/handbook/projects/tea/kettle/index.html.md)
`);
});

test('the full text has each page that people write, with its address', () => {
	expect(toLlmsFull(pages, place)).toBe(`# Tea handbook

> How tea is made.

<!-- https://tea.example/handbook/ -->

# /

<!-- https://tea.example/handbook/work/planning/ -->

# /work/planning/
`);
});

test('a file is the page of its folder', () => {
	expect(pageOfFile('index.html')).toBe('/');
	expect(twinOf(pageOfFile('work/planning/index.html'))).toBe('/work/planning/index.html.md');
});

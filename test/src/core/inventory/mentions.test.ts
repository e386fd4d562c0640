import { describe, expect, test } from 'vitest';
import { findMentions } from '#core/inventory/mentions.ts';

const widget = 'example/tools/widget';
const projects = [widget, 'example/tools', 'example/gadget', 'Example/Cli'];
const find = (text: string) => findMentions(text, projects, 'example/gadget');

describe('a project is mentioned', () => {
	test.each([
		{ text: `We maintain ${widget}.`, why: 'in a sentence that ends' },
		{ text: `(${widget}), "${widget}"`, why: 'between signs' },
		{ text: `**${widget}** and _${widget}_.`, why: 'with emphasis' },
		{ text: `\`${widget}\``, why: 'in code' },
		{ text: `EXAMPLE/Tools/Widget`, why: 'in other letters' },
		{ text: `See ${widget}#12 or ${widget}!3.`, why: 'by a reference' },
		{ text: `https://gitlab.example.com/${widget}/-/issues/3`, why: 'by a page of GitLab' },
		{ text: `[it](https://gitlab.example.com:8443/${widget})`, why: 'by its address' },
		{ text: `git clone https://gitlab.example.com/${widget}.git`, why: 'by its clone address' },
		{ text: `git@gitlab.example.com:${widget}.git`, why: 'by its SSH address' },
		{ text: `[it](/projects/${widget}/#checks)`, why: 'by its page here' },
		{ text: `[it](../../projects/${widget}/)`, why: 'by its page here, from another one' },
		{ text: `${widget}/-/tree/main`, why: 'by a part of it' },
	])('$why: $text', ({ text }) => {
		expect(find(text)).toEqual([widget]);
	});
});

describe('a project is not mentioned', () => {
	test.each([
		{ text: `${widget}-plugin`, why: 'by a longer name' },
		{ text: `${widget}/docs`, why: 'by what is below it' },
		{ text: `my-${widget}, other/${widget}`, why: 'by what ends like it' },
		{
			text: `https://gitlab.example.com/other/${widget}/-/issues`,
			why: 'by an address that ends like it',
		},
		{ text: `[it](/${widget}/)`, why: 'by a page of this site' },
		{ text: `[it](/projects/${widget}/more/)`, why: 'by a page below its own' },
		{ text: 'widget', why: 'by its name alone' },
		{ text: '', why: 'by nothing' },
	])('$why: $text', ({ text }) => {
		expect(find(text)).toEqual([]);
	});
});

describe('a reference without a path is of the default project', () => {
	test.each(['See #12.', 'In !3, we did.', '- #12'])('%s', (text) => {
		expect(find(text)).toEqual(['example/gadget']);
	});

	test.each([
		'`#12`',
		'``a ` #12``',
		'```\n#12\n```',
		'~~~yaml\n- !3\n~~~',
		'[part](#12)',
		'<Door href="#12" />',
		'{/* #12 */}',
		'## 12',
		`${widget}#12`.replace(widget, 'other/project'),
	])('but not in %j', (text) => {
		expect(find(text)).toEqual([]);
	});

	test('after a fence that ended it is one again', () => {
		expect(find('````\n```\n#1\n````\n\nSee #12.')).toEqual(['example/gadget']);
	});

	test('and nobody is mentioned when that project is not declared', () => {
		expect(findMentions('See #12.', [widget], 'example/gadget')).toEqual([]);
	});
});

test('all that are mentioned come once, in the order in which they are declared', () => {
	expect(find(`example/cli, #1, ${widget}, example/cli`)).toEqual([
		widget,
		'example/gadget',
		'Example/Cli',
	]);
});

test('a long page against a thousand projects takes no longer than a glance', () => {
	const many = Array.from({ length: 1000 }, (_, index) => `example/tools/p${String(index)}`);
	const text = 'See example/tools/p999 and `code`, https://example.com/a/b/-/c.\n'.repeat(5000);
	const start = performance.now();
	expect(findMentions(text, many, 'example/gadget')).toEqual(['example/tools/p999']);
	expect(performance.now() - start).toBeLessThan(2000);
});

import { describe, expect, test } from 'vitest';
import type { UnreadFile } from '#model/project.ts';
import { alignTool } from '#core/inventory/alignment.ts';
import {
	aDeclaredProject,
	aProject,
	aTool,
	readFor,
	someFacts,
	unreadFiles,
} from '../../../builders.ts';

type Facts = Parameters<typeof someFacts>[0];

/** `go.mod 1.26.5`, each on a line of its own. */
const pins = (...written: string[]) =>
	written.map((pin, index) => {
		const [file = '', version = ''] = pin.split(' ');
		return { tool: 'go', file, line: index + 1, version };
	});
const align = (facts: Facts, tool = aTool()) =>
	alignTool(
		{ declared: aDeclaredProject(), project: aProject({ facts: someFacts(facts) }) },
		tool,
		readFor({ tools: [tool] }),
	);

describe('the version of a project', () => {
	test.each([
		{ written: ['go.mod 1.26.5'], state: 'agreed', by: 'go.mod 1.26.5', differ: false },
		{ written: ['go.mod 1.26'], state: 'agreed', by: 'go.mod 1.26', differ: false },
		{ written: ['go.mod 1.25.0'], state: 'behind', by: 'go.mod 1.25.0', differ: false },
		{ written: ['go.mod 1.27.0'], state: 'ahead', by: 'go.mod 1.27.0', differ: false },
		{ written: ['ci.yml latest'], state: 'not-comparable', by: 'ci.yml latest', differ: false },
		{ written: ['mise.toml 1.24.1'], state: 'behind', by: 'mise.toml 1.24.1', differ: false },
		// The one furthest behind decides.
		{ written: ['go.mod 1.26.5', 'ci.yml 1.25'], state: 'behind', by: 'ci.yml 1.25', differ: true },
		{ written: ['a.yml 1.27', 'b.yml 1.26.5'], state: 'agreed', by: 'b.yml 1.26.5', differ: true },
		{
			written: ['a.yml 1.26.5', 'b.yml 1.26', 'c.yml 1.26.4'],
			state: 'behind',
			by: 'c.yml 1.26.4',
			differ: true,
		},
		{
			written: ['go.mod 1.26.5', 'ci.yml 1.26'],
			state: 'agreed',
			by: 'go.mod 1.26.5',
			differ: false,
		},
		{
			written: ['go.mod 1.26.5', 'ci.yml latest'],
			state: 'agreed',
			by: 'go.mod 1.26.5',
			differ: true,
		},
		{
			written: ['a.yml 1.26.5', 'b.yml 1.26.5-alpine'],
			state: 'agreed',
			by: 'a.yml 1.26.5',
			differ: false,
		},
		// In go.mod, the toolchain counts instead of the language.
		{
			written: ['go.mod 1.24.0', 'go.mod 1.26.5'],
			state: 'agreed',
			by: 'go.mod 1.26.5',
			differ: false,
		},
		{
			written: ['go.mod 1.26', 'go.mod 1.26.4'],
			state: 'behind',
			by: 'go.mod 1.26.4',
			differ: false,
		},
		{
			written: ['go.mod 1.26', 'go.mod 1.26.6'],
			state: 'ahead',
			by: 'go.mod 1.26.6',
			differ: false,
		},
		{
			written: ['ci.yml 1.24.0', 'ci.yml 1.26.5'],
			state: 'behind',
			by: 'ci.yml 1.24.0',
			differ: true,
		},
	])('$written is $state, by $by, differ: $differ', ({ written, state, by, differ }) => {
		const toolPins = pins(...written);
		const alignment = align({ toolPins });
		expect(alignment).toMatchObject({ state, differ, pins: toolPins });
		const pin = 'pin' in alignment ? alignment.pin : undefined;
		expect(`${String(pin?.file)} ${String(pin?.version)}`).toBe(by);
	});

	test('that is behind says how far', () => {
		expect(align({ toolPins: pins('go.mod 1.24.1') })).toMatchObject({
			behind: { part: 'minor', count: 2 },
		});
	});

	test('without an agreed one is shown and not judged', () => {
		const toolPins = pins('go.mod 1.24.1', 'ci.yml 1.25');
		expect(align({ toolPins }, aTool({ agreed: undefined }))).toEqual({
			state: 'no-agreement',
			pins: toolPins,
			differ: true,
			unread: [],
		});
	});

	test('that is behind in several places says all of them', () => {
		const toolPins = pins('go.mod 1.26.4', 'a.yml 1.26.5', 'ci.yml 1.25', 'b.yml latest');
		const places = [toolPins[0], toolPins[2]];
		expect(align({ toolPins })).toMatchObject({ state: 'behind', pin: toolPins[2], places });
	});

	test.each([
		{
			says: '1.26.5',
			unread: '.gitlab-ci.yml',
			state: 'unknown',
			why: 'the next pull may find that it is behind',
		},
		{ says: '1.25', unread: '.gitlab-ci.yml', state: 'behind', why: 'that it is behind is sure' },
		{
			says: '1.26.5',
			unread: null,
			state: 'agreed',
			why: 'no pull will ever know more',
		},
		{ says: '1.26.5', unread: 'CODEOWNERS', state: 'agreed', why: 'that file says no version' },
	])('with $says and $unread unread is $state: $why', ({ says, unread, state }) => {
		const one: UnreadFile = { file: unread, why: unread === null ? 'no plain path' : 'not got' };
		const facts = { toolPins: pins(`go.mod ${says}`), unreadFiles: [one] };
		const isOfTool = unread !== 'CODEOWNERS';
		expect(align(facts)).toMatchObject({ state, unread: isOfTool ? [one] : [] });
	});

	test('that only a file which is never read may say takes more than a pull', () => {
		const facts: Facts = { toolPins: [], unreadFiles: [{ file: null, why: 'no plain path' }] };
		expect(align(facts)).toMatchObject({
			state: 'unknown',
			why: 'Included files (no plain path) could not be read.',
			needs: expect.stringContaining('plain paths') as string,
		});
	});

	test('of another tool says nothing', () => {
		const toolPins = pins('go.mod 1.26.5').map((pin) => ({ ...pin, tool: 'lint' }));
		expect(align({ toolPins })).toMatchObject({ state: 'not-pinned', pins: [] });
	});
});

describe('a project that says no version', () => {
	const shell = [
		{ name: 'Shell', share: 90 },
		{ name: 'Go', share: 10 },
	];

	test.each<{ facts: Facts; state: string; why: string }>([
		{ facts: {}, state: 'not-pinned', why: 'it is mainly written in the language' },
		{
			facts: { languages: shell },
			state: 'not-applicable',
			why: 'it is only partly written in it',
		},
		{ facts: { languages: [] }, state: 'not-applicable', why: 'it has no source' },
		{
			facts: { unreadFiles: unreadFiles(['go.mod']) },
			state: 'unknown',
			why: 'that file may say it',
		},
		{
			facts: { unreadFiles: unreadFiles(['mise.toml']), languages: shell },
			state: 'unknown',
			why: 'so may that',
		},
		{ facts: { unreadFiles: unreadFiles(['ci/build.yml']) }, state: 'unknown', why: 'and that' },
		{
			facts: { unreadFiles: unreadFiles(['docs/CODEOWNERS']) },
			state: 'not-pinned',
			why: 'that never says it',
		},
		{ facts: { hidden: ['files'] }, state: 'unknown', why: 'files are hidden' },
		{ facts: { hidden: ['code'] }, state: 'unknown', why: 'the code is hidden' },
		{
			facts: { hidden: ['languages'], languages: [] },
			state: 'unknown',
			why: 'languages are hidden',
		},
		{ facts: { hidden: ['releases'] }, state: 'not-pinned', why: 'releases are no matter' },
	])('is $state: $why', ({ facts, state }) => {
		expect(align({ toolPins: [], ...facts })).toMatchObject({ state, pins: [], differ: false });
	});

	test('is not expected to when the tool belongs to no language', () => {
		const tool = aTool({ language: undefined });
		expect(align({ toolPins: [] }, tool)).toMatchObject({ state: 'not-applicable' });
	});

	test('is judged without the files in which the tool is not looked for', () => {
		const tool = aTool({ language: undefined, pins: { images: ['example/lint'] } });
		const unread = (file: string) =>
			align({ toolPins: [], unreadFiles: unreadFiles([file]) }, tool).state;
		expect(unread('go.mod')).toBe('not-applicable');
		expect(unread('mise.toml')).toBe('not-applicable');
		expect(unread('.gitlab-ci.yml')).toBe('unknown');
	});
});

describe('a tool that nobody has looked for as the registry says now', () => {
	const shell = [{ name: 'Shell', share: 100 }];
	const lookFor = (filesFor: Parameters<typeof alignTool>[2], facts: Facts = {}) =>
		alignTool(
			{ declared: aDeclaredProject(), project: aProject({ facts: someFacts(facts) }) },
			aTool(),
			filesFor,
		);

	test.each([
		{ filesFor: readFor({ tools: [] }), why: 'the tool is new' },
		{
			filesFor: readFor({ tools: [aTool({ pins: { names: ['go'] } })] }),
			why: 'it was looked for elsewhere',
		},
		{ filesFor: null, why: 'nothing was ever read' },
	])('is unknown, whatever was found: $why', ({ filesFor }) => {
		for (const facts of [{}, { toolPins: [] }, { toolPins: [], languages: shell }]) {
			expect(lookFor(filesFor, facts)).toMatchObject({
				state: 'unknown',
				needs: 'The next pull.',
				pins: [],
			});
		}
	});

	test('is known when another tool alone is new, or another version is agreed', () => {
		const tools = [aTool({ agreed: '1.25.0' }), aTool({ id: 'lint' })];
		expect(lookFor(readFor({ tools }))).toMatchObject({ state: 'agreed' });
	});

	test('takes more than a pull where files are hidden', () => {
		expect(lookFor(null, { hidden: ['code'] })).toMatchObject({
			needs: expect.stringContaining('members') as string,
		});
	});
});

describe('of a project', () => {
	test.each([
		{ declared: { archived: true }, project: aProject(), state: 'not-applicable' },
		{
			declared: {},
			project: aProject({ facts: someFacts({ archived: true }) }),
			state: 'not-applicable',
		},
		{
			declared: { private: true },
			project: aProject({ answer: 'missing-or-private' }),
			state: 'unknown',
		},
		{ declared: {}, project: aProject({ answer: 'missing-or-private' }), state: 'unknown' },
		{ declared: {}, project: undefined, state: 'unknown' },
		{
			declared: { instance: 'https://ops.example.com' },
			project: aProject({ answer: 'other-instance' }),
			state: 'not-applicable',
		},
	] as const)(
		'declared $declared, answered $project.answer: $state',
		({ declared, project, state }) => {
			const aligned = { declared: aDeclaredProject(declared), project };
			const alignment = alignTool(aligned, aTool(), readFor());
			expect(alignment).toMatchObject({ state, pins: [] });
			expect(alignment).toHaveProperty('why');
		},
	);
});

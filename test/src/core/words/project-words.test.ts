import { describe, expect, test } from 'vitest';
import {
	describeAbsence,
	describeToolVersion,
	partsOf,
	stateWords,
} from '#core/words/project-words.ts';
import { aProject, someFacts, aTool, unreadFiles } from '../../../builders.ts';

const moved = aProject({
	path: 'example/old/widget',
	facts: someFacts({ path: 'example/new/widget' }),
});
const archived = aProject({ facts: someFacts({ archived: true }) });

describe("a project's state is said in words, GitLab's and the team's together", () => {
	test.each([
		{ project: aProject(), declared: {}, words: ['Active'], why: 'nothing to say' },
		{ project: moved, declared: {}, words: ['Moved'], why: 'it has moved' },
		{ project: archived, declared: {}, words: ['Archived'], why: 'GitLab says so' },
		{
			project: archived,
			declared: { archived: true },
			words: ['Archived'],
			why: 'both say so, which is said once',
		},
		{
			project: aProject(),
			declared: { archived: true },
			words: ['Archived'],
			why: 'the team says so',
		},
		{
			project: archived,
			declared: { deprecated: true },
			words: ['Archived', 'Deprecated'],
			why: 'the team adds to it',
		},
		{
			project: aProject({ answer: 'missing-or-private' }),
			declared: {},
			words: ['Missing or private'],
			why: 'a stranger cannot tell',
		},
		{
			project: aProject({ answer: 'missing-or-private' }),
			declared: { private: true },
			words: ['Private'],
			why: 'the team has said so, and that is no warning',
		},
		{
			project: aProject(),
			declared: { private: true },
			words: ['Active'],
			why: 'what strangers see is not private, whatever the team says',
		},
		{
			project: aProject({ facts: someFacts({ archived: null }) }),
			declared: {},
			words: ['Archived: not known'],
			why: 'GitLab does not tell, so it is not called active',
		},
		{
			project: undefined,
			declared: { instance: 'https://ops.example.com' },
			words: ['On another instance'],
			why: 'the registry knows without a pull',
		},
		{ project: undefined, declared: {}, words: ['Not pulled yet'], why: 'it was just declared' },
	])('$words: $why', ({ project, declared, words }) => {
		expect(stateWords(declared, project).map(({ word }) => word)).toEqual(words);
	});
});

describe('a value that is not there is explained', () => {
	test.each([
		{ hidden: [], parts: partsOf.version, words: 'none', why: 'all is visible' },
		{
			hidden: ['releases' as const],
			parts: partsOf.version,
			words: 'not visible without signing in',
			why: 'releases are hidden',
		},
		{
			hidden: ['code' as const],
			parts: partsOf.toolVersion,
			words: 'not visible without signing in',
			why: 'no file can be read',
		},
		{
			hidden: ['releases' as const],
			parts: partsOf.toolVersion,
			words: 'none',
			why: 'another part is hidden',
		},
	])('$words: $why', ({ hidden, parts, words }) => {
		expect(describeAbsence({ hidden }, parts)).toBe(words);
	});
});

describe('the version of a tool is the one that its check judges', () => {
	const goMod = { tool: 'go', file: 'go.mod', line: 3, version: '1.26.5' };
	const mise = { tool: 'go', file: 'mise.toml', line: 2, version: '1.26.5' };
	const linter = { tool: 'linter', file: 'mise.toml', line: 3, version: '2.0.1' };
	test.each([
		{ facts: { toolPins: [goMod, mise] }, words: '1.26.5', why: 'both files say so' },
		{
			facts: { toolPins: [goMod, { ...mise, version: '1.25' }] },
			words: '1.25 (files differ)',
			why: 'the second file says another',
		},
		{
			facts: { toolPins: [goMod, linter] },
			words: '1.26.5',
			why: 'another tool may have another version',
		},
		{
			facts: { toolPins: [{ ...goMod, version: '1.26.0' }, { ...goMod, line: 5 }, mise] },
			words: '1.26.5',
			why: 'the line toolchain counts instead of the line go',
		},
		{ facts: { toolPins: [linter] }, words: 'none', why: 'no file says one' },
		{
			facts: { toolPins: [], unreadFiles: unreadFiles(['.gitlab-ci.yml']) },
			words: 'not known',
			why: 'a file that may say it could not be read',
		},
		{
			facts: { toolPins: [], unreadFiles: unreadFiles(['.gitlab/CODEOWNERS']) },
			words: 'none',
			why: 'that file never says one',
		},
		{
			facts: { toolPins: [], unreadFiles: unreadFiles(['go.mod']), hidden: ['code' as const] },
			words: 'not visible without signing in',
			why: 'GitLab keeps the files from strangers',
		},
	])('$words: $why', ({ facts, words }) => {
		expect(describeToolVersion(someFacts(facts), aTool())).toBe(words);
	});
});

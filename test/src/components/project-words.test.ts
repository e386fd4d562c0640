import { describe, expect, test } from 'vitest';
import {
	describeAbsence,
	describeGoVersion,
	partsOf,
	stateWords,
} from '#components/project-words.ts';
import { aProject, someFacts } from '../../builders.ts';

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
			project: aProject({ facts: someFacts({ archived: null }) }),
			declared: {},
			words: ['Archived: unknown'],
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
			words: 'not visible to strangers',
			why: 'releases are hidden',
		},
		{
			hidden: ['code' as const],
			parts: partsOf.goVersion,
			words: 'not visible to strangers',
			why: 'no file can be read',
		},
		{
			hidden: ['releases' as const],
			parts: partsOf.goVersion,
			words: 'none',
			why: 'another part is hidden',
		},
	])('$words: $why', ({ hidden, parts, words }) => {
		expect(describeAbsence({ hidden }, parts)).toBe(words);
	});
});

describe('the Go version is that of the preferred file', () => {
	const goMod = { file: 'go.mod', line: 3, version: '1.26.5' } as const;
	const mise = { file: 'mise.toml', line: 2, version: '1.26.5' } as const;
	test.each([
		{ goPins: [goMod, mise], words: '1.26.5' },
		{ goPins: [goMod, { ...mise, version: '1.25' }], words: '1.26.5 (files differ)' },
		{ goPins: [], words: 'none' },
	])('$words', ({ goPins, words }) => {
		expect(describeGoVersion(someFacts({ goPins }))).toBe(words);
	});
});

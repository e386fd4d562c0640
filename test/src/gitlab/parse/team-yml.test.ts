import { describe, expect, test } from 'vitest';
import { parseTeamYml } from '#gitlab/parse/team-yml.ts';

const source = 'https://people.example.com/team.yml';
const secret = 'ada@planted.example';

test('an entry is read as far as rosters need it, and no further', () => {
	const yaml = `---
- slug: ada-example
  name: Ada Example
  role: <a href="/job-families/">Designer</a>
  reports_to: ben-example
  gitlab: ada
  email: ${secret}
  projects: { engine: [reviewer, maintainer] }
`;
	expect(parseTeamYml(yaml, source)).toEqual([
		{
			slug: 'ada-example',
			name: 'Ada Example',
			role: '<a href="/job-families/">Designer</a>',
			reportsTo: 'ben-example',
			gitlab: 'ada',
			departments: [],
			isVacancy: false,
		},
	]);
});

describe('values are texts, whatever YAML would make of them', () => {
	test.each([
		{ yaml: 'gitlab: 007', field: 'gitlab', value: '007', why: 'a name of digits' },
		{ yaml: 'slug: 2026-11-23', field: 'slug', value: '2026-11-23', why: 'a day' },
		{ yaml: 'name: Yes', field: 'name', value: 'Yes', why: 'a word' },
		{ yaml: 'gitlab:', field: 'gitlab', value: null, why: 'nothing' },
		{ yaml: 'gitlab: null', field: 'gitlab', value: null, why: 'null' },
		{ yaml: 'gitlab: ~', field: 'gitlab', value: null, why: 'null in short' },
		{ yaml: 'gitlab: ""', field: 'gitlab', value: null, why: 'an empty text' },
		{ yaml: 'gitlab: [ada]', field: 'gitlab', value: null, why: 'a list is no name' },
		{ yaml: 'role: |\n    Designer\n', field: 'role', value: 'Designer\n', why: 'as it is' },
		{ yaml: 'gitlab: ada\n  gitlab: ben', field: 'gitlab', value: 'ben', why: 'the last one' },
		{
			yaml: 'departments: [A, 7]\n  team_tags: [B]',
			field: 'departments',
			value: ['A', '7', 'B'],
			why: 'both',
		},
		{ yaml: 'departments: A', field: 'departments', value: [], why: 'no list' },
		{ yaml: 'placeholder: true', field: 'isVacancy', value: true, why: 'an open position' },
		{ yaml: 'placeholder: false', field: 'isVacancy', value: false, why: 'none' },
	])('$yaml: $why', ({ yaml, field, value }) => {
		expect(parseTeamYml(`- id: x\n  ${yaml}`, source)[0]).toHaveProperty(field, value);
	});
});

describe('what is no list of people is refused, without a word of what it says', () => {
	test.each([
		{ yaml: '', says: 'has no list of people', why: 'nothing' },
		{ yaml: '[]', says: 'has no list of people', why: 'nobody' },
		{ yaml: `email: ${secret}`, says: 'has no list of people', why: 'an object' },
		{ yaml: secret, says: 'has no list of people', why: 'a text' },
		{ yaml: `- slug: a\n- ${secret}`, says: 'at entry 2', why: 'an entry that is a text' },
		{ yaml: `- slug: a\n- [${secret}`, says: 'no valid YAML at line 2', why: 'a bracket too few' },
		{ yaml: `- slug: a\n---\n- ${secret}`, says: 'no valid YAML at line', why: 'two documents' },
		{ yaml: '- *planted', says: 'YAML', why: 'an alias of nothing' },
		{ yaml: '['.repeat(100_000), says: 'YAML', why: 'nesting without end' },
		{
			yaml: `- &a [x, x]\n${Array.from({ length: 9 }, (_, at) => `- &${'bcdefghij'[at]!} [${Array(9).fill(`*${'abcdefghi'[at]!}`).join(', ')}]`).join('\n')}`,
			says: "YAML that can't be unfolded",
			why: 'aliases that multiply',
		},
	])('$why', ({ yaml, says }) => {
		let message = 'no error';
		try {
			parseTeamYml(yaml, source);
		} catch (error) {
			message = error instanceof Error ? `${error.name}: ${error.message}` : '';
		}
		expect(message).toContain(`InvalidDataError: ${source} has`);
		expect(message).toContain(says);
		expect(message).toContain('TEAM_YML_URL');
		expect(message).not.toContain('planted');
	});
});

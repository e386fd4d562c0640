import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeHabits, prepareGood } from './habits.ts';
import { textOf } from './page.ts';
import { readSite } from './read-site.ts';

const site = await readSite(await prepareGood(), {}, [], changeHabits);
const planning = site.page('/work/planning/').text;

describe('what the registry says of the plan', () => {
	test('is what the prose says, in its own words, after any change', () => {
		expect(planning).toContain('planning issues for the next three milestones, nine days ahead.');
		expect(planning).toContain('The plan is final five business days before the kickoff.');
		expect(planning).toContain('We look back on the second Monday.');
		expect(planning).toMatch(
			/knows two milestones before, better \w+ milestones: for 20\.0, in 19\.10\./,
		);
		expect(planning).toContain('19.7 is poured on the third Thursday, 17 December 2026.');
	});

	test('has labels that lead to GitLab, with nothing between them and the sentence', () => {
		expect(planning).toMatch(/one of Kettle::P1, Kettle::P2 or Kettle::low, and/);
		expect(planning).toContain('A promise has Promise.');
		const labels = site.page('/work/planning/').all('a.label-pill').map(textOf);
		expect(labels).toContain('team::urn');
		expect(planning).not.toMatch(/samovar|Deliverable|Tuesday/);
	});
});

describe('a rule', () => {
	test('says beside its sentence what came of it, and leads to the list of all', () => {
		const page = site.page('/work/planning/');
		const [first] = page.all('details.rule');
		expect(textOf(first!)).toContain('2 of 3 milestones have no planning issue.');
		expect(textOf(first!)).toContain(
			'Exempt until 31 December 2027: The tea house is closed in spring.',
		);
		expect(page.html).toContain('href="/about/rules/#rule-planning-issues-ahead"');
	});

	test('is in the list of all, with the page that states it', () => {
		const rules = site.page('/about/rules/');
		expect(textOf(rules.first('.verdict'))).toBe('None of the 6 rules that could be checked fails');
		expect(rules.all('h3').map(textOf)).toContain('Planning issues exist');
		expect(rules.text).toContain('Stated in Planning');
	});

	test('is published for programs', async () => {
		const text = await readFile(join(site.dist, 'exports/v1/rules.json'), 'utf8');
		expect(JSON.parse(text)).toMatchObject({
			counts: { fails: 0, exempt: 1 },
			rules: expect.arrayContaining([
				expect.objectContaining({ id: 'removals-announced', answer: 'passes' }),
			]) as unknown,
		});
	});
});

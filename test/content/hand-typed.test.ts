/** What the registry knows is asked for, and not typed by hand: else prose and registry drift apart. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planLabels } from '#core/plan/plan-labels.ts';
import { planValueWords } from '#core/words/plan-value-words.ts';
import { readRegistry } from '#store/registry.ts';
import { checkout } from './checkout.ts';

const folder = join(checkout, 'content/handbook');
const registry = await readRegistry(checkout);
const { plan, api } = registry;
const words = planValueWords(registry);

/** Of every page, its prose alone: what has a date of its own is in front matter, and code is shown as it is. */
async function readProse(): Promise<Map<string, string>> {
	const files = (await readdir(folder, { recursive: true })).filter((name) =>
		name.endsWith('.mdx'),
	);
	const texts = await Promise.all(
		files.map(async (name) => {
			const text = await readFile(join(folder, name), 'utf8');
			return [
				name,
				text.replace(/^---\n.*?\n---\n/s, '').replaceAll(/^```.*?^```/gms, ''),
			] as const;
		}),
	);
	return new Map(texts);
}

const spelled = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
];
const either = (count: number) => `(?:${String(count)}|${spelled[count] ?? String(count)})`;

const typed: { what: string; pattern: RegExp }[] = [
	...['releaseDay', 'retrospectiveDay', 'finalBusinessDaysBeforeKickoff'].map((name) => ({
		what: name,
		pattern: new RegExp(String.raw`\b${words.get(name)!}\b`, 'i'),
	})),
	{
		what: 'planningIssueDaysBefore',
		pattern: new RegExp(String.raw`\b${either(plan.planningIssueDaysBefore!)} days before\b`, 'i'),
	},
	{
		what: 'nextMilestones',
		pattern: new RegExp(String.raw`\bnext ${either(plan.nextMilestones)} milestones\b`, 'i'),
	},
	{
		what: 'nextMajorEpic',
		pattern: new RegExp(
			String.raw`\b${either(plan.nextMajorEpic!.monthsAfter)} months? after a major\b`,
			'i',
		),
	},
	...api.notice.map(({ name, milestonesBefore }) => ({
		what: name,
		pattern: new RegExp(
			String.raw`\b${either(milestonesBefore)} (?:milestones|cycles) (?:before|ahead)\b`,
			'i',
		),
	})),
	...[...planLabels(plan).values()].flat().map((label) => ({
		what: label,
		pattern: new RegExp(`~"${label.replaceAll('.', String.raw`\.`)}"`, 'i'),
	})),
	...['candidateScope', 'missedPrefix'].map((name) => ({
		what: name,
		pattern: new RegExp(`\`${words.get(name)!.replaceAll('.', String.raw`\.`)}\``),
	})),
];

describe('no page has by hand what the registry knows', async () => {
	const prose = await readProse();
	test.each(typed)('$what', ({ pattern }) => {
		expect([...prose].filter(([, text]) => pattern.test(text)).map(([name]) => name)).toEqual([]);
	});

	test('the patterns find what they are for', () => {
		const old =
			'the next three milestones; 30 days before; Three business days before; the third Thursday, on the first Tuesday; six cycles before, three milestones ahead; one month after a major release; ~"Deliverable", ~"Runner::P1"; `candidate::x.y`, `missed:x.y`';
		const found = typed.filter(({ pattern }) => pattern.test(old)).map(({ what }) => what);
		expect(found).toEqual(
			expect.arrayContaining([
				'releaseDay',
				'retrospectiveDay',
				'finalBusinessDaysBeforeKickoff',
				'planningIssueDaysBefore',
				'nextMilestones',
				'nextMajorEpic',
				...api.notice.map(({ name }) => name),
				'Deliverable',
				'Runner::P1',
				'candidateScope',
				'missedPrefix',
			]),
		);
	});
});

test('each rule that the handbook states is beside a sentence of its prose', async () => {
	const prose = [...(await readProse()).values()].join('\n');
	const stated = registry.rules.map(({ id }) => id);
	expect(stated.filter((id) => !prose.includes(`<Rule id="${id}" />`))).toEqual([]);
	expect(stated.length).toBeGreaterThanOrEqual(24);
});

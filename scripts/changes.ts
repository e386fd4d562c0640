import type { PlanChange } from '#core/plan/changes/change.ts';
import { dayOf } from '#core/base/dates.ts';
import { comparePlans } from '#core/plan/changes/compare-plans.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import { describeChange } from '#core/words/describe-change.ts';
import { toPlainLine } from '#core/base/plain-text.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { PlanOfDay } from '#model/history.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { planHistory, readHistory } from '#store/history.ts';
import { readRegistry } from '#store/registry.ts';
import { tellsPlans } from '#store/site-data.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { parseChoice } from './arguments.ts';
import { readToday } from './clock.ts';
import { defineCommand, run, type Surroundings } from './command.ts';
import { exitCodes } from './exit-codes.ts';

const formats = ['text', 'json'] as const;

interface Asked {
	from?: string | undefined;
	to?: string | undefined;
}

export const changes = defineCommand(
	{
		name: 'changes',
		does: 'Shows what changed between two days of the plan history. Default: the newest two.',
		options: {
			from: { type: 'string', value: 'DAY', help: 'The earlier day, such as 2026-11-14.' },
			to: { type: 'string', value: 'DAY', help: 'The later day.' },
			format: {
				type: 'string',
				value: 'FORMAT',
				default: 'text',
				help: `One of ${formats.join(', ')}.`,
			},
		},
	},
	async (options, surroundings) => {
		const format = parseChoice('format', options.format, formats);
		const { root, print } = surroundings;
		const { plan: rules, projects } = await readRegistry(root);
		const snapshot = await readSnapshot(root);
		if (snapshot && !tellsPlans(snapshot.about)) {
			throw new InvalidDataError(
				"The snapshot has no issues or no public milestones, so we can't tell which issues of earlier days are still public.\nRun npm run pull. While GitLab doesn't show them to everyone, there's nothing to compare.",
			);
		}
		const plans = withoutUnseen(withCurrentPaths(await readPlans(surroundings), projects));
		const { from, to } = pickDays(plans, options);
		const list = comparePlans(from, to, rules);
		print(
			format === 'json' ? renderJson(from, to, list, rules) : renderText(from, to, list, rules),
		);
		return exitCodes.fine;
	},
);

/** Those of the same kind from the same GitLab as the newest one: others are not comparable. */
async function readPlans(surroundings: Surroundings): Promise<PlanOfDay[]> {
	const { root, warn } = surroundings;
	const { days, damaged } = await readHistory(root, planHistory, dayOf(readToday(surroundings)));
	for (const { reason } of damaged) warn(`Skipped: ${reason}\n`);
	const newest = days.at(-1);
	return days.filter(({ sample, source }) => sample === newest?.sample && source === newest.source);
}

function pickDays(plans: readonly PlanOfDay[], asked: Asked): { from: PlanOfDay; to: PlanOfDay } {
	const to = asked.to === undefined ? plans.at(-1) : findDay('to', asked.to, plans);
	const before = plans.findLast(({ day }) => to !== undefined && day < to.day);
	const from = asked.from === undefined ? before : findDay('from', asked.from, plans);
	if (from && to && from.day > to.day) {
		throw new InvalidDataError(
			`--from names ${from.day}, which is after ${to.day}.\nExpected the earlier day in --from: what was planned later is not gone.`,
		);
	}
	if (from && to) return { from, to };
	const known = to
		? `Up to then, the history only has the plan of ${to.day}`
		: 'The history has no plan yet';
	throw new InvalidDataError(
		`${known}, so there is nothing to compare.\nEach npm run pull adds the plan of its day; npm run history lists them.`,
	);
}

function findDay(name: string, day: string, plans: readonly PlanOfDay[]): PlanOfDay {
	const plan = plans.find((one) => one.day === day);
	if (plan) return plan;
	const [first, last] = [plans[0]?.day, plans.at(-1)?.day];
	const known = first === undefined ? 'It is empty.' : `It goes from ${first} to ${String(last)}.`;
	throw new InvalidDataError(
		`--${name} names ${day}, which the history doesn't have.\nExpected a day that npm run history lists. ${known}`,
	);
}

function renderJson(
	from: PlanOfDay,
	to: PlanOfDay,
	list: readonly PlanChange[],
	rules: PlanRules,
): string {
	const described = list.map((change) => ({ ...change, sentence: describeChange(change, rules) }));
	const head = { from: from.day, to: to.day, sample: to.sample };
	return JSON.stringify({ ...head, changes: described }, null, 2);
}

function renderText(
	from: PlanOfDay,
	to: PlanOfDay,
	list: readonly PlanChange[],
	rules: PlanRules,
): string {
	const lines = list.map((change) => {
		const sentence = describeChange(change, rules);
		if (change.kind === 'dates-moved') return `%${change.milestone}: ${sentence}`;
		return `${referenceOf(change.issue)} ${change.issue.title}: ${sentence}`;
	});
	// A title must not move the cursor, nor colour what follows it.
	const plain = lines.map((line) => toPlainLine(line));
	const count = list.length === 1 ? '1 change' : `${String(list.length)} changes`;
	const what = to.sample ? ' of sample data' : '';
	return [...plain, `${count} from ${from.day} to ${to.day}${what}.`].join('\n');
}

await run(import.meta.filename, changes);

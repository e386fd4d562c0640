import { addMonths } from '#core/base/dates.ts';
import { findMilestoneDays, parseTitle } from '#core/plan/calendar.ts';
import type { HandbookRules, RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatDay } from '#core/words/formats.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { MajorEpic } from '#model/named.ts';
import type { NextMajorEpic } from '#model/next-major-epic.ts';

export const nextMajorRules = {
	'next-major-planned': {
		title: 'The next major release has its epic',
		state: ({ plan: { nextMajorEpic } }) =>
			`No later than ${formatCount(nextMajorEpic?.monthsAfter ?? 0, 'month')} after a major release, there's an epic for the deprecations of the next one.`,
		why: 'What is collected early can be announced early.',
		needs: { plan: ['nextMajorEpic', 'releaseDay'] },
		lists: ['milestones', 'named'],
		judge: (world) => {
			const { nextMajorEpic: epic } = world.registry.plan;
			const last = findLastMajor(world);
			return epic && last ? judgeEpic(world, epic, last) : withoutMajor();
		},
	},
} satisfies HandbookRules;

interface MajorRelease {
	major: number;
	releasedOn: IsoDate;
}

/** By the plan. Between the cutoff of a major release and its day, it's still the one before. */
function findLastMajor({ plan, snapshot, registry, today }: RuleWorld): MajorRelease | undefined {
	const current = parseTitle(plan.current?.milestone.title ?? '');
	if (current === undefined) return undefined;
	for (const major of [current.major, current.major - 1]) {
		const title = `${String(major)}.0`;
		const { dates } = findMilestoneDays(title, snapshot.rows.milestones, registry.plan);
		if (dates.release === null) return undefined;
		if (dates.release <= today) return { major, releasedOn: dates.release };
	}
	return undefined;
}

function withoutMajor(): RuleVerdict {
	return notChecked(
		"We don't know when the last major release was.",
		'A current milestone with a number such as 19.7, and lastMinor, releaseDay and cutoffDay in plan.yaml.',
	);
}

function judgeEpic(
	world: RuleWorld,
	{ group, title, monthsAfter }: NextMajorEpic,
	last: MajorRelease,
): RuleVerdict {
	const row = world.snapshot.rows.named.find(
		(one) => one.kind === 'epic' && one.place === group && one.name === title,
	);
	if (row?.kind !== 'epic') {
		return notChecked(
			`When we last pulled, GitLab didn't say which epics ${group} has.`,
			'A GitLab that lets the public search for epics by GraphQL.',
		);
	}
	const next = last.major + 1;
	const due = addMonths(last.releasedOn, monthsAfter);
	const epic = row.majors.find(({ major }) => major === next);
	const version = `${String(next)}.0`;
	if (epic) return judgeDay(epic, version, due);
	const missing = `We found no public epic for ${version} in ${group}`;
	const create = `Create an epic in ${group} with "${title}" and ${version} in its title.`;
	if (due >= world.today) {
		return notChecked(`${missing} yet. It's due on ${formatDay(due)}.`, create);
	}
	return fails(`${missing}. It was due on ${formatDay(due)}.`, create);
}

function judgeDay({ createdOn, webUrl }: MajorEpic, version: string, due: IsoDate): RuleVerdict {
	const items = [{ text: `Epic for ${version}`, url: webUrl }];
	const created = `The epic for ${version} was created on ${formatDay(createdOn)}`;
	if (createdOn <= due) {
		return passes(`${created}, and was due on ${formatDay(due)}.`, items);
	}
	return fails(
		`${created}, but was due on ${formatDay(due)}.`,
		'Say in rules.yaml why it came late, as an exemption, and create the next one in time.',
		items,
	);
}

import { addDays, dayOf } from '#core/base/dates.ts';
import { milestoneDates } from '#core/base/milestones.ts';
import { isSamePath } from '#core/base/paths.ts';
import { compareVersions } from '#core/base/versions.ts';
import type { HandbookRules, RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatDay, formatNthWeekday } from '#core/words/formats.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { compareTitles } from '#model/order.ts';
import type { ProjectFacts } from '#model/project.ts';
import type { DeclaredRule } from '#model/rules.ts';
import { parseVersion } from '#model/version.ts';

export const releaseRules = {
	'release-in-time': {
		title: 'The release comes in time',
		state: ({ plan, projects }, { project = '', days = 0 }) =>
			`${projects.find(({ path }) => path === project)?.name ?? project} is released on the ${plan.releaseDay ? formatNthWeekday(plan.releaseDay) : ''} of the month, or ${formatCount(days, 'day')} after it at the latest.`,
		why: 'Others plan their own work around the day of the release.',
		needs: { plan: ['releaseDay'], files: ['projects'] },
		takes: ['project', 'days'],
		lists: ['milestones', 'projects'],
		judge: judgeRelease,
	},
} satisfies HandbookRules;

function judgeRelease(world: RuleWorld, declared: DeclaredRule): RuleVerdict {
	const { project = '', days: grace = 0 } = declared;
	const facts = world.snapshot.rows.projects.find(({ path }) => isSamePath(path, project))?.facts;
	const released = lastReleased(world, grace);
	if (!released) {
		const observed = 'No milestone that we know of has been released yet.';
		return notChecked(observed, 'A milestone with a due date that is over.');
	}
	// An older value doesn't say what was released since.
	const failed = facts?.unanswered?.find(({ part }) => part === 'releases' || part === 'project');
	if (failed) {
		const observed = `GitLab failed to answer for the releases of ${project}. ${failed.why}`;
		return notChecked(observed, 'The next pull.');
	}
	if (!facts?.latestVersion) {
		const observed = `We know of no release of ${project}.`;
		return notChecked(observed, 'Releases that are visible without signing in.');
	}
	const { title, by } = released;
	if (!isAtLeast(facts.latestVersion.tag, title)) {
		return fails(
			`The newest release is ${facts.latestVersion.tag}; ${title} was due on ${formatDay(by)}.`,
			`Release ${title}, and say in its issue why it is late.`,
			[{ text: `Releases of ${facts.path}`, url: facts.webUrl }],
		);
	}
	return judgeDay(facts, { ...released, grace });
}

interface Released {
	title: string;
	/** The day of its release, without grace. */
	day: IsoDate;
	by: IsoDate;
}

function judgeDay(
	{ releaseDates, latestVersion }: ProjectFacts,
	{ title, day, by, grace }: Released & { grace: number },
): RuleVerdict {
	const from = addDays(day, -grace);
	const inTime = releaseDates.map(dayOf).find((one) => one >= from && one <= by);
	if (inTime !== undefined) {
		return passes(`${title} was due on ${formatDay(day)} and released on ${formatDay(inTime)}.`);
	}
	const isFirst = latestVersion?.tag.endsWith('.0') ?? false;
	const releasedOn = latestVersion?.releasedAt == null ? null : dayOf(latestVersion.releasedAt);
	if (!isFirst || releasedOn === null) {
		const observed = `${title} is out; its release isn't among the newest ones whose dates we know.`;
		return notChecked(observed, 'The date of its first release on GitLab.');
	}
	return fails(
		`${title} was due on ${formatDay(day)} and released on ${formatDay(releasedOn)}.`,
		"Say in the release's issue why it came on another day.",
	);
}

/** The newest milestone of which the day of the release is over, grace included. */
function lastReleased(
	{ snapshot, registry, today }: RuleWorld,
	grace: number,
): Released | undefined {
	return snapshot.rows.milestones
		.flatMap((milestone) => {
			const { release: day } = milestoneDates(milestone, registry.plan);
			const by = day && addDays(day, grace);
			return by === null || day === null || by > today ? [] : [{ title: milestone.title, day, by }];
		})
		.toSorted((a, b) => compareTitles(a.title, b.title))
		.at(-1);
}

function isAtLeast(tag: string, title: string): boolean {
	const [one, other] = [parseVersion(tag), parseVersion(title)];
	return one !== undefined && other !== undefined && compareVersions(one, other) >= 0;
}

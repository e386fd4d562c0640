import type { ProjectAccess } from '#model/checks.ts';
import type { GroupPath, WebUrl } from '#model/identifiers.ts';
import { pulledAtOf } from '#model/snapshot.ts';
import type { ProjectFacts } from '#model/project.ts';
import { isBelow, isSamePath } from '#core/base/paths.ts';
import type { Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { describeAccessLevel, maintainerLevel } from './access-level.ts';
import { judgeAlive, whyLacking } from '#core/inventory/gate.ts';
import { findKeptFrom } from '#core/inventory/unseen.ts';
import { subpageOf } from '#core/inventory/source.ts';
import { broken, holds, unknown, type Reading } from '#core/inventory/verdict.ts';

export function maintainersRule(group: GroupPath): Rule {
	return {
		id: 'maintainers',
		title: 'Maintainer access',
		claim: `The group ${group} has at least the role Maintainer in the project.`,
		why: "Without it the team can't merge, release or change settings there, and every fix waits for someone else.",
		judge: (subject) => judgeAlive(subject, (facts) => judgeAccess(subject, facts, group)),
	};
}

function judgeAccess(subject: Subject, facts: ProjectFacts, group: GroupPath): Verdict {
	const { about, access, groups } = subject;
	const state = about.lists.access;
	const pulledAt = pulledAtOf(state, group);
	const row = access.find((one) => isSamePath(one.group, group));
	const days = [pulledAt, findKeptFrom(facts), row?.keptFrom ?? null];
	const url = subpageOf(facts, 'project_members');
	const reading: Reading = {
		from: { text: 'the project’s members on GitLab', url },
		readAt: pulledAt && (days.filter((day) => day !== null).toSorted()[0] ?? null),
		permission: 'token',
	};
	if (groups.some(({ path, visible }) => !visible && isSamePath(path, group))) {
		const observed = `You need to sign in to see the group ${group} on GitLab, so we don't publish its access.`;
		return unknown(observed, reading, 'The group to be visible without signing in.');
	}
	if (pulledAt === null) {
		const observed = `We don't know the access of ${group}. ${whyLacking(state) ?? ''}`;
		const isMissing = state.state === 'missing';
		const needs = isMissing ? 'A token with the scope read_api.' : 'The next pull.';
		return unknown(observed, reading, needs);
	}
	const level = row?.accessLevel ?? null;
	if (row && level !== null && level >= maintainerLevel) {
		return holds(describeAccess(row, level), reading);
	}
	if (isBelow(facts.path, group)) {
		const observed = `The project is in the group ${group} itself: its members have the same role in both, and GitLab names no role for the group.`;
		return unknown(observed, reading, 'A look at the project’s members on GitLab.');
	}
	if (row === undefined) {
		const observed = `GitLab didn't say what access ${group} has.`;
		return unknown(observed, reading, 'The next pull, with a token with the scope read_api.');
	}
	return broken(describeAccess(row, level), reading, { text: describeMend(subject, row, url) });
}

function describeAccess({ group, through }: ProjectAccess, level: number | null): string {
	if (level === null) return `The project isn't shared with the group ${group}.`;
	const way = through === null ? '' : `, through the group ${through}`;
	return `The group ${group} has ${describeAccessLevel(level)}${way}.`;
}

/** An invitation has one role: who is invited already cannot be invited again. */
function describeMend(
	{ instance }: Subject,
	{ group, accessLevel, through }: ProjectAccess,
	url: WebUrl | null,
): string {
	const at = url === null ? '' : `: ${url}`;
	if (accessLevel === null) {
		return `Invite the group ${group} with the role Maintainer on the project's members page${at}.`;
	}
	if (through === null) {
		return `The group ${group} is invited already: change its role to Maintainer on the project's members page${at}.`;
	}
	return `Change the role of ${group} to Maintainer on the members page of the group ${through}: ${instance}/groups/${through}/-/group_members. It has that role in all projects of ${through} then; for this one alone, invite it on the project's members page${at}.`;
}

import type { CheckRules } from '#model/checks.ts';
import type { GroupPath } from '#model/identifiers.ts';
import { pulledAtOf } from '#model/snapshot.ts';
import type { ProjectFacts } from '#model/project.ts';
import { isBelow, isSamePath } from '#core/base/paths.ts';
import { isMoved, isToBeDeleted } from '#core/inventory/project-state.ts';
import type { NotApplicable, Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { judgeFacts, notApplicable, whyLacking } from '#core/inventory/gate.ts';
import { broken, holds, readOf, unknown } from '#core/inventory/verdict.ts';

export function listedRule({ completeGroups }: Pick<CheckRules, 'completeGroups'>): Rule {
	return {
		id: 'listed',
		title: 'Listed by its group',
		claim: `GitLab lists the project in ${describeGroups(completeGroups.map(({ path }) => path))}.`,
		why: "The inventory covers every project of these groups. A declared project that GitLab doesn't list there has left the group, so others may look after it now.",
		judge: judgeListed,
	};
}

function describeGroups(groups: readonly string[]): string {
	return groups.length === 1
		? `the group ${groups.join('')}`
		: `its group, which is one of ${groups.join(', ')}`;
}

function judgeListed(subject: Subject): Verdict | NotApplicable {
	const { path } = subject.declared;
	const [group] = subject.rules.completeGroups
		.map((one) => one.path)
		.filter((one) => isBelow(path, one))
		.toSorted((a, b) => b.length - a.length);
	if (group === undefined) {
		return notApplicable("It isn't in a group that the inventory covers completely.");
	}
	return judgeFacts(subject, (facts) =>
		isToBeDeleted(facts.path)
			? notApplicable("It's scheduled for deletion on GitLab.")
			: judgeFound(subject, facts, group),
	);
}

function judgeFound(subject: Subject, facts: ProjectFacts, group: GroupPath): Verdict {
	const state = subject.about.lists['group-projects'];
	const from = { text: `the projects of ${group} on GitLab`, url: null };
	const reading = readOf(state, from, group);
	const row = subject.groupProjects.find(({ id }) => id === facts.id);
	if (row && state.state !== 'missing') {
		const readAt = pulledAtOf(state, row.group);
		return holds(`GitLab lists it in ${row.group}.`, { ...reading, readAt });
	}
	if (reading.readAt === null) {
		const observed = `We couldn't read the projects of ${group}. ${whyLacking(state) ?? ''}`;
		return unknown(observed, reading, 'The next pull.');
	}
	const listed = subject.about.listedGroups.find((one) => isSamePath(one.group, group));
	if (listed === undefined) {
		return unknown(`We haven't asked for the projects of ${group} yet.`, reading, 'The next pull.');
	}
	if (!listed.visible) {
		const observed = `Without signing in, GitLab doesn't show the group ${group}: it's missing or private.`;
		return unknown(observed, reading, 'The group to be visible without signing in.');
	}
	// A listing that is older than the project's answer may be older than the project.
	if (reading.readAt < (pulledAtOf(subject.state) ?? '')) {
		return unknown(`It isn't in an old listing of ${group}.`, reading, 'The next pull.');
	}
	const moved = isMoved({ path: subject.declared.path, facts });
	return broken(`GitLab shows the project, but doesn't list it in ${group}.`, reading, {
		text: moved
			? `Declare it at its new path, ${facts.path}, if the team still maintains it; else remove the entry.`
			: 'Check on GitLab whether the project has left the group. Correct the path, or remove the entry if others maintain it now.',
	});
}

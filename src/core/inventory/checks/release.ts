import type { ProjectFacts, Version } from '#model/project.ts';
import { dayOf, daysBetween } from '#core/base/dates.ts';
import type { Fix, NotApplicable, Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { findExemption } from './exemption.ts';
import { judgeAlive, notApplicable } from '#core/inventory/gate.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import { describePlace } from '#core/inventory/place.ts';
import { subpageOf } from '#core/inventory/source.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

export const releaseRule: Rule = {
	id: 'release',
	title: 'Released on time',
	claim: 'The latest release is no older than the registry allows.',
	why: "Fixes that aren't released reach nobody. An old release can also mean that releasing no longer works.",
	judge: judgeRelease,
};

function judgeRelease(subject: Subject): Verdict | NotApplicable {
	const { releaseOverdueAfterDays: limit, deprecated } = subject.declared;
	if (limit === undefined) return notApplicable('The registry sets no limit.');
	if (deprecated) return notApplicable('The registry declares it deprecated.');
	return judgeAlive(subject, (facts) => judgeVersion(subject, facts, limit));
}

function judgeVersion(subject: Subject, facts: ProjectFacts, limit: number): Verdict {
	const { latestVersion } = facts;
	const releases = { text: "the project's releases", url: subpageOf(facts, 'releases') };
	const reading = readAsStranger(subject, releases, 'releases');
	const unseen = findUnseen(facts, latestVersion === null ? ['releases', 'code'] : ['releases']);
	if (unseen !== undefined) return unknown(unseen.why, reading, unseen.needs);
	if (latestVersion !== null) return judgeAge(subject, facts, latestVersion, limit);
	const observed = `It has no releases or tags.${describeUpcoming(facts)}`;
	return broken(observed, reading, fixOf(subject));
}

function judgeAge(
	subject: Subject,
	facts: ProjectFacts,
	{ kind, tag, releasedAt }: Version,
	limit: number,
): Verdict {
	const name = `${kind === 'release' ? 'latest release' : 'highest tag'}, ${tag},`;
	const page = `${kind === 'release' ? 'releases' : 'tags'}/${encodeURIComponent(tag)}`;
	const from = { text: `the ${kind} ${tag}`, url: subpageOf(facts, page) };
	const reading = readAsStranger(subject, from, 'releases');
	if (releasedAt === null) {
		return unknown(`The ${name} has no date.`, reading, `A date of the ${kind} on GitLab.`);
	}
	const age = daysBetween(dayOf(releasedAt), subject.today);
	const observed = `The ${name} is ${days(age)} old; the registry allows ${String(limit)}.${describeUpcoming(facts)}`;
	if (age <= limit) return holds(observed, reading);
	// An old list does not know what was released since.
	const { readAt } = reading;
	if (readAt !== null && daysBetween(dayOf(releasedAt), dayOf(readAt)) <= limit) {
		return unknown(`${observed} That's from an old pull.`, reading, 'The next pull.');
	}
	return broken(observed, reading, fixOf(subject));
}

/** It is planned, so it does not count, but it helps to fix the check. */
function describeUpcoming({ upcomingRelease }: ProjectFacts): string {
	if (upcomingRelease === null) return '';
	const { tag, releasedAt } = upcomingRelease;
	return ` ${tag} is planned${releasedAt === null ? '' : ` for ${dayOf(releasedAt)}`} and doesn't count yet.`;
}

function fixOf(subject: Subject): Fix {
	const change = `change releaseOverdueAfterDays in ${describePlace(subject.declared.place)}`;
	const isExempt = findExemption(subject, releaseRule.id) !== undefined;
	const otherwise = isExempt ? '' : ', or add an exemption to content/registry/checks.yaml';
	return { text: `Publish a release. If none is due, ${change}${otherwise}.` };
}

function days(count: number): string {
	return count === 1 ? '1 day' : `${String(count)} days`;
}

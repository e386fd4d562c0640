import type { Issue } from '#model/issue.ts';
import type { IssueOfDay } from '#model/history.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { DeclaredProject } from '#model/registry.ts';
import { isPulled, lists, type ListName } from '#model/snapshot.ts';
import { issueUrl } from '#core/base/issue-url.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { broken, holds, unknown, type Reading } from '#core/inventory/verdict.ts';
import type { Evidence, EvidenceItem, RuleVerdict, RuleWorld } from './rule.ts';

/** More than anybody reads beside a sentence. */
const shownItems = 10;

export function toEvidence(items: readonly EvidenceItem[]): Evidence {
	return { items: items.slice(0, shownItems), total: items.length };
}

/** An issue that is published anyway: its title is GitLab's. */
export function issueItem(
	source: WebUrl,
	issue: Pick<IssueOfDay, 'project' | 'iid' | 'title'> & Partial<Pick<Issue, 'webUrl'>>,
): EvidenceItem {
	const url = issue.webUrl ?? issueUrl(source, issue);
	return { text: `${referenceOf(issue)} ${shorten(issue.title)}`, url };
}

function shorten(title: string): string {
	return title.length <= 100 ? title : `${title.slice(0, 99).trimEnd()}…`;
}

export function projectItem({ path, name }: Pick<DeclaredProject, 'path' | 'name'>): EvidenceItem {
	return { text: name, project: path };
}

export function milestoneItem({ title }: { title: string }): EvidenceItem {
	return { text: title, milestone: title };
}

/** When and how what a rule looked at was read: the oldest of its lists says when. */
export function readingOf({ snapshot }: RuleWorld, names: readonly ListName[]): Reading {
	const states = names.map((name) => snapshot.about.lists[name]);
	const instants = states.filter(isPulled).map(({ pulledAt }) => pulledAt);
	return {
		from: { text: sayLists(names.map((name) => lists[name].title)), url: null },
		readAt: instants.toSorted()[0] ?? snapshot.about.pulledAt,
		permission: names.includes('access') ? 'token' : 'stranger',
	};
}

function sayLists(titles: readonly string[]): string {
	const last = titles.at(-1) ?? '';
	if (titles.length < 2) return `our list of ${last}`;
	return `our lists of ${titles.slice(0, -1).join(', ')} and ${last}`;
}

const nothing: Evidence = { items: [], total: 0 };

export function passes(observed: string, reading: Reading, evidence = nothing): RuleVerdict {
	return { ...holds(observed, reading), evidence };
}

export function fails(
	observed: string,
	reading: Reading,
	{ fix, evidence }: { fix: string; evidence: Evidence },
): RuleVerdict {
	return { ...broken(observed, reading, { text: fix }), evidence };
}

/** @param needs What it would take to tell, as a sentence. */
export function notChecked(
	observed: string,
	reading: Reading,
	needs: string,
	evidence = nothing,
): RuleVerdict {
	return { ...unknown(observed, reading, needs), evidence };
}

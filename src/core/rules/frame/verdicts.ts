import type { Issue } from '#model/issue.ts';
import type { IssueOfDay } from '#model/history.ts';
import type { DeclaredProject } from '#model/declared.ts';
import { issueUrl } from '#core/base/issue-url.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { Evidence, EvidenceItem, RuleVerdict, RuleWorld } from './rule.ts';

/** More than anybody reads beside a sentence. */
const shownItems = 10;

function toEvidence(items: readonly EvidenceItem[]): Evidence {
	return { items: items.slice(0, shownItems), total: items.length };
}

/** An issue that is published anyway: its title is GitLab's. */
export function issueItem(
	{ snapshot }: Pick<RuleWorld, 'snapshot'>,
	issue: Pick<IssueOfDay, 'project' | 'iid' | 'title'> & Partial<Pick<Issue, 'webUrl'>>,
): EvidenceItem {
	const url = issue.webUrl ?? issueUrl(snapshot.about.source, issue);
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

export function passes(observed: string, items: readonly EvidenceItem[] = []): RuleVerdict {
	return { answer: 'holds', observed, evidence: toEvidence(items) };
}

export function fails(
	observed: string,
	fix: string,
	items: readonly EvidenceItem[] = [],
): RuleVerdict {
	return { answer: 'broken', observed, fix: { text: fix }, evidence: toEvidence(items) };
}

/** @param needs What it would take to tell, as a sentence. */
export function notChecked(observed: string, needs: string): RuleVerdict {
	return { answer: 'unknown', observed, needs, evidence: toEvidence([]) };
}

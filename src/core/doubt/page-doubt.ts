import { findCitedProject, isChanged, type CitedChange } from '#core/inventory/cited-project.ts';
import { findSince } from '#core/inventory/checks/since.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import { isSamePath } from '#core/base/paths.ts';
import type { ChecksOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { RuleId } from '#model/rules.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { findCitations, isOfMilestone, type Citation } from './citations.ts';

/** Something that a page speaks of, and that has changed since the page was written. */
export type Doubt =
	| { kind: 'project'; cited: CitedChange }
	/** It is closed. */
	| { kind: 'milestone'; title: string }
	/** GitLab has none of that name. */
	| { kind: 'gone'; what: 'label' | 'milestone'; title: string }
	/** It fails. */
	| { kind: 'rule'; title: string }
	/** It is deprecated. */
	| { kind: 'endpoint'; title: string };

export type PageDoubt = Doubt & { line: number };

/** A rule, and a day on which it failed already. */
export interface FailingRule {
	id: RuleId;
	title: string;
	since: IsoDate;
}

export interface DoubtSources {
	registry: Pick<Registry, 'site' | 'projects' | 'consumers' | 'api'>;
	snapshot: Snapshot;
	/** What came of the checks on earlier days: it dates changes of projects. */
	checks: readonly ChecksOfDay[];
	/** The rules of the handbook that fail. */
	failing: readonly FailingRule[];
}

export interface DatedPage {
	/** Without front matter. */
	text: string;
	/** The day of the last commit that touched it. `undefined`: not known. */
	touched: IsoDate | undefined;
}

/**
 * What a page speaks of and has changed since it was last touched. Where one of both days is not known,
 * the change counts. What the registry says too is no doubt: the team knows it.
 */
export function findPageDoubts({ text, touched }: DatedPage, sources: DoubtSources): PageDoubt[] {
	const { instance } = sources.registry.site;
	return findCitations(text, instance).flatMap((citation): PageDoubt[] => {
		const doubt = findDoubt(citation, sources);
		if (!doubt) return [];
		const { changedBy, ...rest } = doubt;
		const isKnown = touched !== undefined && changedBy !== null && changedBy <= touched;
		return isKnown ? [] : [{ ...rest, line: citation.line }];
	});
}

/** `changedBy`: a day on which the change was there already. `null`: not known. */
type Changed = Doubt & { changedBy: IsoDate | null };

function findDoubt(citation: Citation, sources: DoubtSources): Changed | undefined {
	switch (citation.kind) {
		case 'project':
			return findProjectDoubt(citation.path, sources);
		case 'label':
			return findGone(citation, sources);
		case 'rule':
			return findRuleDoubt(citation.id, sources);
		case 'endpoint':
			return findEndpointDoubt(citation.id, sources);
		case 'milestone':
			return findMilestoneDoubt(citation, sources) ?? findGone(citation, sources);
		case 'milestone-page':
			return findMilestoneDoubt(citation, sources);
	}
}

function findMilestoneDoubt(citation: Citation, { snapshot }: DoubtSources): Changed | undefined {
	const milestone = snapshot.rows.milestones.find(({ title }) => isOfMilestone(citation, title));
	if (milestone?.state !== 'closed') return undefined;
	return { kind: 'milestone', title: milestone.title, changedBy: milestone.dueDate };
}

function findGone(
	{ kind, title }: { kind: 'label' | 'milestone'; title: string },
	{ registry, snapshot }: DoubtSources,
): Changed | undefined {
	const { group } = registry.site.references;
	const isGone = snapshot.rows.named.some(
		(one) => one.kind === kind && one.name === title && isSamePath(one.place, group) && !one.exists,
	);
	if (!isGone) return undefined;
	return { kind: 'gone', what: kind, title, changedBy: null };
}

function findRuleDoubt(id: string, { failing }: DoubtSources): Changed | undefined {
	const rule = failing.find((one) => one.id === id);
	return rule && { kind: 'rule', title: rule.title, changedBy: rule.since };
}

function findEndpointDoubt(id: string, { registry, snapshot }: DoubtSources): Changed | undefined {
	const endpoint = registry.api.endpoints.find((one) => one.id === id);
	if (endpoint?.status !== 'deprecated') return undefined;
	const since = endpoint.deprecation?.since;
	const announced = snapshot.rows.milestones.find(({ title }) => title === since);
	const title = `${endpoint.method} ${endpoint.path}`;
	return { kind: 'endpoint', title, changedBy: announced?.dueDate ?? null };
}

const checkOf = { moved: 'path', archived: 'archived', gone: 'readable' } as const;

function findProjectDoubt(
	path: string,
	{ registry, snapshot, checks }: DoubtSources,
): Changed | undefined {
	const cited = findCitedProject(path, registry, snapshot);
	if (!isChanged(cited) || (cited.state === 'archived' && cited.declared)) return undefined;
	const declared = registry.projects.find((one) =>
		pathsOf(one).some((known) => isSamePath(known, path)),
	);
	const since = declared && findSince(checks, pathsOf(declared), checkOf[cited.state]);
	return { kind: 'project', cited, changedBy: since?.day ?? null };
}

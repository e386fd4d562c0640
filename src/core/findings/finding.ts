import type { CheckId, Exemption } from '#model/checks.ts';
import type { GroupPath, IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Place } from '#model/registry.ts';
import type { ListName } from '#model/snapshot.ts';
import type { Addition, Check } from '#core/inventory/check.ts';
import type { ApiFinding } from './api-finding.ts';

/** The lists whose rows the registry declares one by one. */
export type DeclaredList = 'projects' | 'consumers' | 'people';
/** Those of them that are projects on GitLab. */
export type ProjectList = 'projects' | 'consumers';

export type ProjectFinding =
	/** A check that is broken; or one that is unknown although somebody can tell. */
	| { rule: 'check'; list: ProjectList; project: ProjectPath; place: Place; check: Check }
	| { rule: 'project-not-pulled'; list: ProjectList; project: ProjectPath; place: Place }
	| { rule: 'project-no-longer-declared'; list: ProjectList; project: ProjectPath }
	/** GitLab lists it in a group whose every project has to be declared. */
	| {
			rule: 'project-not-declared';
			project: ProjectPath;
			group: GroupPath;
			archived: boolean;
			/** The entry to add. `null`: the registry is not written in lines between which it could go. */
			edit: Addition | null;
	  };

interface AboutExemption {
	exemption: Exemption;
	/** Where the registry declares it. `null`: nobody knows. */
	place: Place | null;
}

export type ExemptionFinding =
	| ({ rule: 'exemption-ended' } & AboutExemption)
	| ({ rule: 'exemption-not-needed' } & AboutExemption)
	| ({
			rule: 'exemption-of-nothing';
			why: 'project-not-declared' | 'no-such-check' | 'not-applicable';
	  } & AboutExemption);

/** What it would take to tell, in a sentence, for so many projects. */
export interface Need {
	text: string;
	count: number;
}

/** A disagreement between what the team declares and what GitLab answered. */
export type Finding =
	| ProjectFinding
	| ExemptionFinding
	| ApiFinding
	/** A check of so many projects that GitLab shows, and what it would take to tell. */
	| {
			rule: 'checks-unknown';
			check: CheckId;
			title: string;
			/** In the order of the registry. */
			projects: readonly ProjectPath[];
			/** The most frequent first. */
			needs: readonly Need[];
	  }
	| { rule: 'group-not-visible'; group: GroupPath; place: Place }
	/** One whose every project has to be declared. `null`: nobody knows its line. */
	| { rule: 'complete-group-not-visible'; group: GroupPath; line: number | null }
	| {
			rule: 'milestone-without-planning-issue';
			milestone: string;
			/** Where planning issues are looked for, and by which label. */
			project: ProjectPath;
			label: string;
	  }
	| { rule: 'list-stale'; list: ListName; pulledAt: IsoInstant; reason: string }
	| { rule: 'list-missing'; list: ListName; reason: string };

/**
 * `broken`: one side is wrong, and somebody has to change it. `unknown`: it could not be told.
 * `notice`: worth knowing, and often right as it is.
 */
export type FindingLevel = 'broken' | 'unknown' | 'notice';

const levels: Record<Exclude<Finding['rule'], 'check' | 'project-not-declared'>, FindingLevel> = {
	'checks-unknown': 'unknown',
	'project-not-pulled': 'unknown',
	'project-no-longer-declared': 'notice',
	'exemption-ended': 'notice',
	'exemption-not-needed': 'notice',
	'exemption-of-nothing': 'notice',
	'group-not-visible': 'unknown',
	'complete-group-not-visible': 'unknown',
	'milestone-without-planning-issue': 'notice',
	'endpoint-not-declared': 'broken',
	'endpoint-not-documented': 'broken',
	'endpoints-not-in-source': 'notice',
	'page-without-endpoints': 'unknown',
	'consumer-calls-nothing': 'notice',
	'call-unmapped': 'unknown',
	'consumer-not-read': 'unknown',
	'deprecated-endpoint-called': 'notice',
	'list-stale': 'unknown',
	'list-missing': 'unknown',
};

export function levelOf(finding: Finding): FindingLevel {
	if (finding.rule === 'check') return finding.check.answer === 'broken' ? 'broken' : 'unknown';
	if (finding.rule === 'project-not-declared') return finding.archived ? 'notice' : 'broken';
	return levels[finding.rule];
}

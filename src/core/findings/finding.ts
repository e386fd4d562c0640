import type { CheckId, Exemption } from '#model/checks.ts';
import type { GroupPath, IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Declared } from '#model/declared.ts';
import type { ListName, Why } from '#model/snapshot.ts';
import type { Check } from '#core/inventory/check.ts';
import type { CitedChange } from '#core/inventory/cited-project.ts';
import type { Doubt } from '#core/doubt/page-doubt.ts';
import type { CallFinding } from './call-findings.ts';
import type { FindingBase } from './finding-base.ts';
import type { RuleFinding } from './rule-findings.ts';
import type { SurfaceFinding } from './surface-drift.ts';

/** The lists whose rows the registry declares, and which are projects on GitLab. */
export type ProjectList = 'projects' | 'consumers';

export type ProjectFinding =
	/** A check that is broken; or one that is unknown although somebody can tell. */
	| { rule: 'check'; project: ProjectPath; result: Check }
	| { rule: 'project-not-pulled'; project: ProjectPath }
	| { rule: 'project-no-longer-declared'; project: ProjectPath; list: ProjectList }
	/** GitLab lists it in a group whose every project has to be declared. */
	| { rule: 'project-not-declared'; project: ProjectPath; group: GroupPath; archived: boolean };

export type ExemptionFinding = { exemption: Declared<Exemption> } & (
	| { rule: 'exemption-ended' | 'exemption-not-needed' }
	| {
			rule: 'exemption-of-nothing';
			why: 'project-not-declared' | 'no-such-check' | 'not-applicable';
	  }
);

/** What it would take to tell, in a sentence, for so many projects. */
export interface Need {
	text: string;
	count: number;
}

/** A list that is not as new as the last pull. */
export interface ListTrouble extends Why {
	list: ListName;
}

/** A disagreement between what the team declares and what GitLab answered. */
export type Finding = FindingBase &
	(
		| ProjectFinding
		| ExemptionFinding
		| SurfaceFinding
		| CallFinding
		| RuleFinding
		/** A check of so many projects that GitLab shows, and what it would take to tell. */
		| {
				rule: 'checks-unknown';
				check: CheckId;
				title: string;
				projects: readonly ProjectPath[];
				/** The most frequent first. */
				needs: readonly Need[];
		  }
		| { rule: 'group-not-visible'; group: GroupPath }
		/** One whose every project has to be declared. */
		| { rule: 'complete-group-not-visible'; group: GroupPath }
		| {
				rule: 'milestone-without-planning-issue';
				milestone: string;
				/** Where planning issues are looked for, and by which label. */
				project: ProjectPath;
				label: string;
		  }
		/** Readers are asked to open an issue there, or to give it that label. */
		| { rule: 'contact-project-not-declared'; project: ProjectPath }
		| { rule: 'contact-label-unseen'; label: string }
		| { rule: 'page-in-doubt'; doubt: Doubt }
		| { rule: 'onboarding-target-changed'; step: string; cited: CitedChange }
		| ({ rule: 'list-stale'; pulledAt: IsoInstant } & ListTrouble)
		| ({ rule: 'list-missing' } & ListTrouble)
	);

/** In which order to make the edits of findings. `undefined`: no two are of one file. */
export function describeEditOrder(findings: readonly Finding[]): string | undefined {
	const files = findings.flatMap(({ edits = [] }) => edits).map(({ file }) => file);
	if (new Set(files).size === files.length) return undefined;
	return 'Line numbers are those of the files as they are now: make the changes from the last line of a file to its first, and of several at one line the last one first.';
}

import type { CheckId, Exemption } from '#model/checks.ts';
import type { GroupPath, IsoInstant, ProjectPath } from '#model/identifiers.ts';
import type { Declared } from '#model/declared.ts';
import type { ListName, Why } from '#model/snapshot.ts';
import type { Check } from '#core/inventory/check.ts';
import type { CitedChange } from '#core/inventory/cited-project.ts';
import type { Doubt } from '#core/doubt/page-doubt.ts';
import type { CallFindings } from './call-findings.ts';
import type { FindingBase } from './finding-base.ts';
import type { RuleFindings } from './rule-findings.ts';
import type { SurfaceFindings } from './surface-drift.ts';

/** The lists whose rows the registry declares, and which are projects on GitLab. */
export type ProjectList = 'projects' | 'consumers';

/** What it would take to tell, in a sentence, for so many projects. */
export interface Need {
	text: string;
	count: number;
}

/** A list that is not as new as the last pull. */
interface ListTrouble extends Why {
	list: ListName;
}

/** What each finding tells of its own, by its rule. */
export interface FindingData extends SurfaceFindings, CallFindings, RuleFindings {
	/** A check that is broken; or one that is unknown although somebody can tell. */
	check: { project: ProjectPath; result: Check };
	/** A check of so many projects that GitLab shows, and what it would take to tell. */
	'checks-unknown': {
		check: CheckId;
		title: string;
		projects: readonly ProjectPath[];
		/** The most frequent first. */
		needs: readonly Need[];
	};
	'project-not-pulled': { project: ProjectPath };
	'project-no-longer-declared': { project: ProjectPath; list: ProjectList };
	/** GitLab lists it in a group whose every project has to be declared. */
	'project-not-declared': { project: ProjectPath; group: GroupPath; archived: boolean };
	'exemption-ended': { exemption: Declared<Exemption> };
	'exemption-not-needed': { exemption: Declared<Exemption> };
	'exemption-of-nothing': {
		exemption: Declared<Exemption>;
		why: 'project-not-declared' | 'no-such-check' | 'not-applicable';
	};
	'group-not-visible': { group: GroupPath };
	/** One whose every project has to be declared. */
	'complete-group-not-visible': { group: GroupPath };
	'milestone-without-planning-issue': {
		milestone: string;
		/** Where planning issues are looked for, and by which label. */
		project: ProjectPath;
		label: string;
	};
	/** Readers are asked to open an issue there, or to give it that label. */
	'contact-project-not-declared': { project: ProjectPath };
	'contact-label-unseen': { label: string };
	'page-in-doubt': { doubt: Doubt };
	'onboarding-target-changed': { step: string; cited: CitedChange };
	'list-stale': { pulledAt: IsoInstant } & ListTrouble;
	'list-missing': ListTrouble;
}

export type FindingRule = keyof FindingData;

/** A disagreement between what the team declares and what GitLab answered; by a rule, one of that rule. */
export type Finding<Rule extends FindingRule = FindingRule> = {
	[One in Rule]: FindingBase & { rule: One } & FindingData[One];
}[Rule];

/** In which order to make the edits of findings. `undefined`: no two are of one file. */
export function describeEditOrder(findings: readonly Finding[]): string | undefined {
	const files = findings.flatMap(({ edits = [] }) => edits).map(({ file }) => file);
	if (new Set(files).size === files.length) return undefined;
	return 'Line numbers are those of the files as they are now: make the changes from the last line of a file to its first, and of several at one line the last one first.';
}

import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate, ProjectPath, WebUrl } from '#model/identifiers.ts';
import type { Declared } from '#model/declared.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Registry } from '#model/registry.ts';
import type { DeclaredRule, RuleExemption, RuleId, RuleParameter } from '#model/rules.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import type { Judgement, Verdict } from '#core/inventory/check.ts';
import type { Reading } from '#core/inventory/verdict.ts';
import type { Plan } from '#core/plan/plan.ts';

/** All that a rule may look at. */
export interface RuleWorld {
	registry: Registry;
	snapshot: Snapshot;
	/** The plan of the snapshot's day. */
	plan: Plan;
	/** The kept plans, oldest first, as strangers may read them today. */
	days: readonly PlanOfDay[];
	/** The snapshot's day. */
	today: IsoDate;
}

/** An issue, project or milestone that a verdict speaks of. */
export interface EvidenceItem {
	text: string;
	/** Where it is on GitLab. */
	url?: WebUrl | null;
	/** The declared project or the milestone whose page in this handbook has more. */
	project?: ProjectPath;
	milestone?: string;
}

/** What decided a verdict, cut to what somebody reads. */
export interface Evidence {
	items: readonly EvidenceItem[];
	/** Of how many they are the first. */
	total: number;
}

/** What a rule finds out, in plain text for people. */
export interface RuleVerdict extends Omit<Verdict, keyof Reading> {
	evidence: Evidence;
}

/** What of the registry a rule reads. Without it, the rule can't be stated. */
export interface RuleNeeds {
	plan?: readonly (keyof PlanRules)[];
	checks?: readonly ('maintainers' | 'codeowners' | 'completeGroups' | 'tools')[];
	files?: readonly ('people' | 'contact' | 'projects')[];
	/** The endpoints of the API. */
	api?: true;
}

/** One rule that handbooks state, and how to find out whether it's kept. */
export interface HandbookRule {
	/** In a few words: `Planning issues exist`. */
	title: string;
	/** The rule itself, as a sentence, with what the registry says of it. */
	state: (registry: Registry, declared: DeclaredRule) => string;
	/** Why it matters, in a sentence. */
	why: string;
	needs: RuleNeeds;
	/** True: it's about GitLab's own milestones, whatever the team plans by. */
	ofMilestonesAlone?: true;
	/** What its entry in `rules.yaml` has to say. It takes nothing else. */
	takes?: readonly RuleParameter[];
	/** The lists that it reads. Where one of them is missing, it isn't judged. */
	lists: readonly ListName[];
	/** Without lists: the file of the registry that decides it. */
	file?: string;
	/** @param reading When and how its lists were read. */
	judge: (world: RuleWorld, declared: DeclaredRule, reading: Reading) => RuleVerdict;
}

/** Rules of one subject, by their ids. */
export type HandbookRules = Partial<Record<RuleId, HandbookRule>>;

/** A rule of this handbook and what came of it. */
export interface RuleResult extends Judgement<RuleId, RuleExemption> {
	/** The rule itself, as a sentence. */
	statement: string;
	evidence: Evidence;
	declared: Declared<DeclaredRule>;
	/** False: it's about the registry alone, and nothing of GitLab was read for it. */
	isLive: boolean;
}

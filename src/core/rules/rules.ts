import type { RuleId } from '#model/rules.ts';
import type { HandbookRule } from './frame/rule.ts';
import { planningIssueRules } from './planning/planning-issues.ts';
import { candidateRules } from './planning/candidates.ts';
import { priorityRules } from './planning/priorities.ts';
import { commitmentRules } from './planning/commitments.ts';
import { labelRules } from './work/labels.ts';
import { inWorkRules } from './work/in-work.ts';
import { limitRules } from './work/limits.ts';
import { healthRules } from './work/health.ts';
import { missedRules } from './milestones/missed.ts';
import { expiredRules } from './milestones/expired.ts';
import { dayRules } from './milestones/days.ts';
import { releaseRules } from './milestones/release.ts';
import { removalRules } from './milestones/removals.ts';
import { nextMajorRules } from './milestones/next-major.ts';
import { checkedRules } from './projects/checked.ts';
import { declaredRules } from './projects/declared.ts';
import { nameRules } from './projects/names.ts';

/** Every rule that a handbook can state, by its id. */
export const handbookRules: Readonly<Record<RuleId, HandbookRule>> = {
	...planningIssueRules,
	...candidateRules,
	...priorityRules,
	...commitmentRules,
	...labelRules,
	...inWorkRules,
	...limitRules,
	...healthRules,
	...missedRules,
	...expiredRules,
	...dayRules,
	...releaseRules,
	...removalRules,
	...nextMajorRules,
	...checkedRules,
	...declaredRules,
	...nameRules,
};

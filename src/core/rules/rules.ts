import { labelsExist, milestonesExist } from './projects/names-exist.ts';
import type { RuleId } from '#model/rules.ts';
import type { HandbookRule } from './frame/rule.ts';
import { planningIssuesAhead } from './planning/planning-issues-ahead.ts';
import { planningIssuesInTime } from './planning/planning-issues-in-time.ts';
import { planningIssuesCovered } from './planning/planning-issues-covered.ts';
import { candidatesHavePriority } from './planning/candidates-have-priority.ts';
import { candidatesMatchMilestone } from './planning/candidates-match-milestone.ts';
import { topPriorityPresent } from './planning/top-priority-present.ts';
import { onePriority } from './planning/one-priority.ts';
import { scopeFinalInTime } from './planning/scope-final-in-time.ts';
import { commitmentsNear } from './planning/commitments-near.ts';
import { issuesLabelled } from './work/issues-labelled.ts';
import { issuesTyped } from './work/issues-typed.ts';
import { bugsTriaged } from './work/bugs-triaged.ts';
import { readyIssuesWeighted } from './work/ready-issues-weighted.ts';
import { workHasHealth } from './work/work-has-health.ts';
import { workUpdated } from './work/work-updated.ts';
import { debtInFlight } from './work/debt-in-flight.ts';
import { attentionResolved } from './work/attention-resolved.ts';
import { workLimited } from './work/work-limited.ts';
import { riskResolved } from './work/risk-resolved.ts';
import { noWorkflowLabels } from './work/no-workflow-labels.ts';
import { missedLabelled } from './milestones/missed-labelled.ts';
import { missedCommitmentsLabelled } from './milestones/missed-commitments-labelled.ts';
import { expiredMilestonesClosed } from './milestones/expired-milestones-closed.ts';
import { expiredMilestoneEmpty } from './milestones/expired-milestone-empty.ts';
import { milestonesAhead } from './milestones/milestones-ahead.ts';
import { milestoneDays } from './milestones/milestone-days.ts';
import { releaseInTime } from './milestones/release-in-time.ts';
import { removalsAnnounced, removalsAnnouncedEarly } from './milestones/removals-announced.ts';
import { nextMajorPlanned } from './milestones/next-major-planned.ts';
import { projectsAtPath } from './projects/projects-at-path.ts';
import { projectsDeclared } from './projects/projects-declared.ts';
import { projectsMaintained } from './projects/projects-maintained.ts';
import { projectsOwned } from './projects/projects-owned.ts';
import { projectsReleased } from './projects/projects-released.ts';
import { toolsAligned } from './projects/tools-aligned.ts';
import { groupsVisible } from './projects/groups-visible.ts';
import { channelsLinkedById } from './projects/channels-linked-by-id.ts';

/** Every rule that a handbook can state, by its id. */
export const handbookRules: Readonly<Record<RuleId, HandbookRule>> = {
	'planning-issues-ahead': planningIssuesAhead,
	'planning-issues-in-time': planningIssuesInTime,
	'planning-issues-covered': planningIssuesCovered,
	'candidates-have-priority': candidatesHavePriority,
	'candidates-match-milestone': candidatesMatchMilestone,
	'top-priority-present': topPriorityPresent,
	'one-priority': onePriority,
	'scope-final-in-time': scopeFinalInTime,
	'commitments-near': commitmentsNear,
	'issues-labelled': issuesLabelled,
	'issues-typed': issuesTyped,
	'bugs-triaged': bugsTriaged,
	'ready-issues-weighted': readyIssuesWeighted,
	'work-has-health': workHasHealth,
	'work-updated': workUpdated,
	'debt-in-flight': debtInFlight,
	'work-limited': workLimited,
	'attention-resolved': attentionResolved,
	'risk-resolved': riskResolved,
	'no-workflow-labels': noWorkflowLabels,
	'missed-labelled': missedLabelled,
	'missed-commitments-labelled': missedCommitmentsLabelled,
	'expired-milestones-closed': expiredMilestonesClosed,
	'expired-milestone-empty': expiredMilestoneEmpty,
	'milestones-ahead': milestonesAhead,
	'milestone-days': milestoneDays,
	'release-in-time': releaseInTime,
	'removals-announced': removalsAnnounced,
	'removals-announced-early': removalsAnnouncedEarly,
	'next-major-planned': nextMajorPlanned,
	'projects-at-path': projectsAtPath,
	'projects-declared': projectsDeclared,
	'projects-maintained': projectsMaintained,
	'projects-owned': projectsOwned,
	'projects-released': projectsReleased,
	'tools-aligned': toolsAligned,
	'groups-visible': groupsVisible,
	'channels-linked-by-id': channelsLinkedById,
	'labels-exist': labelsExist,
	'milestones-exist': milestonesExist,
};

import { sayingOf } from '#core/plan/plan-noun.ts';
import { href } from '#href.ts';
import type { PlanChange } from '#core/plan/changes/change.ts';
import { describeChange } from '#core/words/describe-change.ts';
import { groupChanges, type ChangeGroup } from '#core/plan/changes/group-changes.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { WebUrl } from '#model/identifiers.ts';
import type { PlanRules } from '#model/registry.ts';
import { changeKinds } from '#core/words/change-words.ts';
import { issuePage, issueUrl } from '#core/words/plan-links.ts';
import { describeSlips } from '#core/words/plan-words.ts';

interface Surroundings {
	rules: PlanRules;
	source: WebUrl;
	slips: Readonly<Record<string, number>>;
}

/** The elements of `ChangeList.astro`. */
export function drawChanges(
	changes: readonly PlanChange[],
	surroundings: Surroundings,
): HTMLUListElement {
	const list = document.createElement('ul');
	list.className = 'changes';
	for (const group of groupChanges(changes)) {
		const item = document.createElement('li');
		item.append(...drawHead(group, surroundings), drawDetails(group.changes, surroundings));
		list.append(item);
	}
	return list;
}

function drawHead(group: ChangeGroup, { rules, source, slips }: Surroundings): (Node | string)[] {
	if ('milestone' in group) {
		const milestone = document.createElement('strong');
		milestone.textContent = sayingOf(rules)`Milestone ${group.milestone}`;
		return [milestone];
	}
	const reference = referenceOf(group.issue);
	const small = document.createElement('small');
	small.textContent = reference;
	const count = slips[reference];
	if (count !== undefined) {
		small.append(' · ', drawLink(href(issuePage(group.issue)), describeSlips(count)));
	}
	return [drawLink(issueUrl(source, group.issue), group.issue.title), ' ', small];
}

function drawLink(address: string, text: string): HTMLAnchorElement {
	const link = document.createElement('a');
	// As the render does for links that lead elsewhere.
	if (URL.canParse(address)) link.rel = 'noopener';
	link.href = address;
	link.textContent = text;
	return link;
}

function drawDetails(changes: readonly PlanChange[], { rules }: Surroundings): HTMLUListElement {
	const details = document.createElement('ul');
	for (const change of changes) {
		const item = document.createElement('li');
		item.dataset.kind = change.kind;
		item.dataset.tone = changeKinds[change.kind].tone;
		item.textContent = describeChange(change, rules);
		details.append(item);
	}
	return details;
}

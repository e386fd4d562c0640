import { sayingOf, type Say } from '#core/plan/plan-noun.ts';
import { dayOf } from '#core/base/dates.ts';
import type { Reading } from '#core/inventory/verdict.ts';
import { formatList } from '#core/words/formats.ts';
import { withCurrentPaths } from '#core/plan/changes/current-paths.ts';
import { withoutUnseen } from '#core/plan/changes/without-unseen.ts';
import { buildPlan } from '#core/plan/plan.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { Declared } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import type { DeclaredRule } from '#model/rules.ts';
import { isHidden, isPulled, lists, type Snapshot } from '#model/snapshot.ts';
import type { HandbookRule, RuleResult, RuleVerdict, RuleWorld } from './frame/rule.ts';
import { notChecked } from './frame/verdicts.ts';
import { handbookRules } from './rules.ts';

/**
 * Judges every rule that the handbook states, in the registry's order. A rule that fails and is exempt
 * on the snapshot's day is `exempt`; an exemption changes no other answer.
 *
 * @param plans What was kept of earlier days, oldest first.
 */
export function runRules(
	registry: Registry,
	snapshot: Snapshot,
	plans: readonly PlanOfDay[],
): RuleResult[] {
	const world = toWorld(registry, snapshot, plans);
	return registry.rules.map((declared) => toResult(handbookRules[declared.id], declared, world));
}

function toWorld(registry: Registry, snapshot: Snapshot, plans: readonly PlanOfDay[]): RuleWorld {
	const days = withoutUnseen(withCurrentPaths(plans, registry.projects));
	const { milestones, issues, candidates, 'planning-issues': planningIssues } = snapshot.rows;
	const today = dayOf(snapshot.about.pulledAt);
	const rules = registry.plan;
	const plan = buildPlan({ milestones, issues, candidates, planningIssues, rules, today });
	return { registry, snapshot, plan, days, today };
}

function toResult(
	rule: HandbookRule,
	declared: Declared<DeclaredRule>,
	world: RuleWorld,
): RuleResult {
	const say = sayingOf(rule.ofMilestonesAlone ? {} : world.registry.plan);
	const verdict = inWordsOf(say, judge(rule, declared, world));
	const isLive = rule.lists.length > 0;
	const result = {
		id: declared.id,
		title: say(rule.title),
		why: say(rule.why),
		statement: say(rule.state(world.registry, declared)),
		declared,
		isLive,
	};
	const { exempt } = declared;
	return verdict.answer === 'broken' && exempt && exempt.until >= world.today
		? { ...result, ...verdict, answer: 'exempt', exemption: exempt }
		: { ...result, ...verdict };
}

type Judged = RuleVerdict & Reading;

/** Evidence stays: it's names of GitLab's. */
function inWordsOf(say: Say, verdict: Judged): Judged {
	const { observed, from, fix, needs } = verdict;
	return {
		...verdict,
		observed: say(observed),
		from: from && { ...from, text: say(from.text) },
		...(fix && { fix: { ...fix, text: say(fix.text) } }),
		...(needs !== undefined && { needs: say(needs) }),
	};
}

/** What was never pulled can't have been kept or broken. */
function judge(rule: HandbookRule, declared: DeclaredRule, world: RuleWorld): Judged {
	for (const list of rule.lists) {
		const state = world.snapshot.about.lists[list];
		if (state.state !== 'missing') continue;
		const reason = state.forReaders ?? state.reason;
		const what = isHidden(state)
			? `Our list of ${lists[list].title} isn't public.`
			: `We haven't pulled our list of ${lists[list].title} yet.`;
		const observed = `${what} ${reason}`;
		const needs =
			list === 'access' ? 'A pull with a token that may see it.' : 'A pull that gets this list.';
		return {
			...notChecked(observed, needs),
			...readingOf(world, { lists: [list] }),
			readAt: null,
		};
	}
	const reading = readingOf(world, rule);
	return { ...rule.judge(world, declared, reading), ...reading };
}

/** When and how what a rule looks at was read: the oldest of its lists, or of a group in them, says when. */
function readingOf(
	{ snapshot }: RuleWorld,
	{ lists: names, file }: Pick<HandbookRule, 'lists' | 'file'>,
): Reading {
	const states = names.map((name) => snapshot.about.lists[name]);
	const instants = states.filter(isPulled).flatMap(({ pulledAt, keptFrom = {} }) => {
		return [pulledAt, ...Object.values(keptFrom).filter((instant) => instant !== null)];
	});
	const titles = formatList(names.map((name) => lists[name].title));
	return {
		from: { text: file ?? `our list${names.length === 1 ? '' : 's'} of ${titles}`, url: null },
		readAt: instants.toSorted()[0] ?? snapshot.about.pulledAt,
		permission: names.includes('access') ? 'token' : 'stranger',
	};
}

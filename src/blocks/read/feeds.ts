import { pageOf } from '#block-pages.ts';
import { toCallEntries } from '#core/publish/feeds/call-entries.ts';
import { renderChangesAtom } from '#core/publish/feeds/changes-atom.ts';
import { renderMilestonesIcs } from '#core/publish/feeds/milestones-ics.ts';
import { findRuleChanges } from '#core/rules/frame/rules-of-day.ts';
import { toPlanEntries } from '#core/publish/feeds/plan-entries.ts';
import { toRuleEntries } from '#core/publish/feeds/rule-entries.ts';
import { site } from '#site.ts';
import { siteData } from '#site-data.ts';
import { readCallChanges } from './consumers.ts';
import { publishedAddress } from './published-address.ts';
import { readChanges, readPlanHistory } from './plan.ts';

export async function readChangesAtom(): Promise<string> {
	const { registry, snapshot, history } = await siteData();
	const { about } = snapshot;
	const [first] = await readPlanHistory();
	const changesPage = (await pageOf('Changes'))?.path;
	const rulesPage = (await pageOf('Rules'))?.path;
	const surroundings = { source: about.source, addressOf: publishedAddress, changesPage };
	const ruleChanges = findRuleChanges(history.rules, registry.rules);
	return renderChangesAtom({
		site,
		about,
		entries: [
			...toPlanEntries(await readChanges(), { rules: registry.plan, ...surroundings }),
			...toCallEntries(await readCallChanges(), publishedAddress),
			...toRuleEntries(ruleChanges, { addressOf: publishedAddress, rulesPage }),
		],
		knownSince: first?.day ?? null,
		addressOf: publishedAddress,
		changesPage,
	});
}

export async function readMilestonesIcs(): Promise<string> {
	const { registry, snapshot } = await siteData();
	return renderMilestonesIcs({
		site,
		about: snapshot.about,
		rules: registry.plan,
		milestones: snapshot.rows.milestones,
		planningIssues: snapshot.rows['planning-issues'],
	});
}

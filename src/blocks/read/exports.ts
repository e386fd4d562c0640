import { pageOf } from '#block-pages.ts';
import { site } from '#site.ts';
import { exportNames, type ExportName } from '#core/publish/exports/addresses.ts';
import { toChangesTable, toChangesExport } from '#core/publish/exports/changes-export.ts';
import { toConsumersTable, toConsumersExport } from '#core/publish/exports/consumers-export.ts';
import type { CsvTable } from '#core/publish/exports/csv.ts';
import { toHealthExport, toHealthTable } from '#core/publish/exports/health-export.ts';
import { toOnboardingExport, toOnboardingTable } from '#core/publish/exports/onboarding-export.ts';
import { toPlanTable, toPlanExport } from '#core/publish/exports/plan-export.ts';
import { toProjectsTable, toProjectsExport } from '#core/publish/exports/projects-export.ts';
import { toRulesTable, toRulesExport } from '#core/publish/exports/rules-export.ts';
import { hasPlan } from '#core/snapshot/configured-lists.ts';
import { ChangesExport } from '#model/exports/changes.ts';
import { ConsumersExport } from '#model/exports/consumers.ts';
import type { ExportShape } from '#model/exports/file.ts';
import { HealthExport } from '#model/exports/health.ts';
import { OnboardingExport } from '#model/exports/onboarding.ts';
import { PlanExport } from '#model/exports/plan.ts';
import { RulesExport } from '#model/exports/rules.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import type { Registry } from '#model/registry.ts';
import { siteData } from '#site-data.ts';
import { readProjectChecks } from './checks.ts';
import { readConsumers } from './consumers.ts';
import { readOnboardingSteps } from './onboarding.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readChanges, readPlan, readPlanHistory } from './plan.ts';
import { publishedAddress } from './published-address.ts';
import { readRulePages, readRules } from './rules.ts';

/** What every export says of where it is from. */
async function readSurroundings() {
	return {
		site,
		about: (await siteData()).snapshot.about,
		addressOf: publishedAddress,
		aboutPage: (await pageOf('Exports'))?.path,
	};
}
type Surroundings = Awaited<ReturnType<typeof readSurroundings>>;

interface ExportFile<Value extends object = object> {
	/** Its schema is published beside it. */
	shape: ExportShape;
	read: () => Promise<Value>;
	readTable: () => Promise<CsvTable>;
}

function exportFile<Value extends object>(
	shape: ExportShape,
	toTable: (value: Value) => CsvTable,
	readFrom: (surroundings: Surroundings, registry: Registry) => Value | Promise<Value>,
): ExportFile<Value> {
	const read = oncePerBuild(async () =>
		readFrom(await readSurroundings(), (await siteData()).registry),
	);
	return { shape, read, readTable: async () => toTable(await read()) };
}

/** Everything that is published for machines, by the name of its files. */
export const exportFiles = {
	projects: exportFile(ProjectsExport, toProjectsTable, async (from, { checks }) =>
		toProjectsExport({
			...from,
			checkRules: checks,
			history: (await siteData()).history.checks,
			projects: await readProjectChecks(),
		}),
	),
	consumers: exportFile(ConsumersExport, toConsumersTable, async (from, { api }) =>
		toConsumersExport({ ...from, api, consumers: await readConsumers() }),
	),
	plan: exportFile(PlanExport, toPlanTable, async (from, { plan: rules }) =>
		toPlanExport({ ...from, rules, plan: await readPlan() }),
	),
	changes: exportFile(ChangesExport, toChangesTable, async (from, { plan: rules }) => {
		const days = (await readPlanHistory()).map(({ day }) => day);
		return toChangesExport({ ...from, rules, days, changes: await readChanges() });
	}),
	rules: exportFile(RulesExport, toRulesTable, async (from) =>
		toRulesExport({ ...from, results: await readRules(), pages: await readRulePages() }),
	),
	onboarding: exportFile(OnboardingExport, toOnboardingTable, async (from) =>
		toOnboardingExport({ ...from, steps: await readOnboardingSteps() }),
	),
	health: exportFile(HealthExport, toHealthTable, toHealthExport),
} satisfies Record<ExportName, ExportFile>;

/** Those of which the team has anything: without consumers or a plan there is no file of them. */
export async function readExportNames(): Promise<ExportName[]> {
	const { registry } = await siteData();
	const has: Record<ExportName, boolean> = {
		projects: true,
		consumers: registry.consumers.length > 0,
		plan: hasPlan(registry),
		changes: hasPlan(registry),
		rules: registry.rules.length > 0,
		onboarding: registry.onboarding !== undefined,
		health: true,
	};
	return exportNames.filter((name) => has[name]);
}

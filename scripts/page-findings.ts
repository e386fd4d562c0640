import { findFailingRules } from '#core/rules/failing-rules.ts';
import { findDoubtFindings } from '#core/findings/doubt-findings.ts';
import type { Finding } from '#core/findings/finding.ts';
import { handbookPath, readPageFiles, withoutFrontMatter } from '#store/page-files.ts';
import { readSiteData } from '#store/site-data.ts';

/**
 * Pages of a checkout that speak of something that has changed since they were touched.
 *
 * @throws {InvalidDataError} when the registry or the snapshot cannot be read.
 */
export async function findPageFindings(root: string): Promise<Finding[]> {
	const { registry, snapshot, history, pageDates } = await readSiteData(root);
	const pages = (await readPageFiles(root)).map(({ path, text }) => {
		const file = `${handbookPath}/${path}`;
		return { file, text: withoutFrontMatter(text), touched: pageDates.get(file) };
	});
	return findDoubtFindings(pages, {
		registry,
		snapshot,
		checks: history.checks,
		failing: findFailingRules(history.rules, registry.rules),
	});
}

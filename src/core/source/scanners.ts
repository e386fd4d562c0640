import type { SourceLanguage } from '#model/api.ts';
import { go } from './go/go.ts';
import type { LanguageRules } from './scanner.ts';
import { typescript } from './typescript/typescript.ts';

/** How each language is read. */
export const scanners: Readonly<Record<SourceLanguage, LanguageRules>> = {
	go,
	typescript,
};

import { ASSET_RULES } from './rules/assets.ts';
import { CONTENT_RULES } from './rules/contents.ts';
import { LISTING_RULES } from './rules/listing.ts';
import { PICTURE_RULES } from './rules/pictures.ts';
import { TEMPLATE_RULES } from './rules/templates.ts';
import { TEXT_RULES } from './rules/texts.ts';
import { UPGRADE_RULES } from './rules/upgrades.ts';
import type { Rule } from './rule.ts';

/** Every rule that a program can check. */
export const RULES: readonly Rule[] = [
  ...ASSET_RULES,
  ...TEXT_RULES,
  ...LISTING_RULES,
  ...PICTURE_RULES,
  ...TEMPLATE_RULES,
  ...UPGRADE_RULES,
  ...CONTENT_RULES,
];

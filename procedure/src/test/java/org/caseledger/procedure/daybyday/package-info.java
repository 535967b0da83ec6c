// SPDX-License-Identifier: Apache-2.0
/**
 * A second interpreter of the procedure language, written from {@code docs/procedure-language.md} alone: one world, one
 * calendar day after another, plain lists, nothing remembered that can be looked up again. It shares the types of
 * definitions and records and the calendars with the engine, and nothing else.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.daybyday;

// SPDX-License-Identifier: Apache-2.0
/**
 * An attacker written from docs/privacy-formats.md alone, with nothing but the JDK: it shares no code with the service
 * and looks for pages at every byte offset of whatever it is given.
 */
@NullMarked
package org.caseledger.privacy.attack;

import org.jspecify.annotations.NullMarked;

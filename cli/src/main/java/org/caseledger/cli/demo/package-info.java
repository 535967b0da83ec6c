// SPDX-License-Identifier: Apache-2.0
/**
 * The demo: a consortium starts, the timeline of a judgment is played through the authorities' REST interfaces, and
 * every statement about it is checked. {@link org.caseledger.cli.demo.Demo} plays, {@link
 * org.caseledger.cli.demo.Journal} keeps what was answered, {@link org.caseledger.cli.demo.Renderer} tells it.
 */
@NullMarked
package org.caseledger.cli.demo;

import org.jspecify.annotations.NullMarked;

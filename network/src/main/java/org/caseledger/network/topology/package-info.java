// SPDX-License-Identifier: Apache-2.0
/**
 * What a consortium consists of, as data: one YAML file with authorities, channels, ports and places. Start at {@link
 * Topology}. Services never read it: each gets a typed record of options that is rendered from it.
 */
@NullMarked
package org.caseledger.network.topology;

import org.jspecify.annotations.NullMarked;

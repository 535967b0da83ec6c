// SPDX-License-Identifier: Apache-2.0
/** Reading the service's settings: file, then environment; every unknown key stops the start. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.options;

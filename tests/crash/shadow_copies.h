// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeps, in the directory that PUSHGATE_FAULT_SHADOW names, a copy of each file as it was when it
/// was last synced, under its name: what a disk is sure to hold when the power fails. Names are
/// taken to last at once. Without that variable nothing happens.
/// Each copy appears whole, so that the process may be killed at any moment.
namespace pushgate::tests::shadow {

void synced(int file, const char* path);
void renames(const char* from, const char* to); ///< or links; to be called before
void unlinked(const char* path);

} // namespace pushgate::tests::shadow

#pragma once

#include <QStringList>

/// What the studio was started with.
struct Arguments {
    QStringList paths; // absolute: a project (its folder or a file of it), or pictures and folders to import
    bool wantsNewWindow = false;
};

/// Text to print instead of opening a window (--help, --version); null: none was asked for.
const char* answerWithoutWindow(int argc, char** argv);

/// `arguments`: without the program's name. Addresses of local files ("file:///…"), which some file managers pass, are paths, too.
Arguments argumentsFrom(const QStringList& arguments);

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>The card of “%1” names %n concept(s), more than its weights file %2 can hold: they do not belong together. Train a new version.</source>
        <translation>
            <numerusform>The card of “%1” names %n concept, more than its weights file %2 can hold: they do not belong together. Train a new version.</numerusform>
            <numerusform>The card of “%1” names %n concepts, more than its weights file %2 can hold: they do not belong together. Train a new version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndTraining</name>
    <message numerus="yes">
        <source>%n training(s) that have not begun leave the queue and the Library: %1. Images and annotations stay.</source>
        <translation>
            <numerusform>%n training that has not begun leaves the queue and the Library: %1. Images and annotations stay.</numerusform>
            <numerusform>%n trainings that have not begun leave the queue and the Library: %1. Images and annotations stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportIssue</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictionJobs</name>
    <message numerus="yes">
        <source>None of the pictures could be read (%n), so the version was not judged. Nothing was changed. The first: %1</source>
        <translation>
            <numerusform>The only picture (%n) could not be read, so the version was not judged. Nothing was changed. %1</numerusform>
            <numerusform>None of the pictures could be read (%n), so the version was not judged. Nothing was changed. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message numerus="yes">
        <source>A folder for each class (%n), below folders for the splits</source>
        <translation>
            <numerusform>A folder for each class (%n), below folders for the splits</numerusform>
            <numerusform>A folder for each class (%n), below folders for the splits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A folder for each class (%n)</source>
        <translation>
            <numerusform>A folder for each class (%n)</numerusform>
            <numerusform>A folder for each class (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pascal VOC: %n annotation file(s) (XML)</source>
        <translation>
            <numerusform>Pascal VOC: %n annotation file (XML)</numerusform>
            <numerusform>Pascal VOC: %n annotation files (XML)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nor were %n more like it</source>
        <translation>
            <numerusform>nor was %n more like it</numerusform>
            <numerusform>nor were %n more like it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 picture(s) cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the files back, or leave these pictures out, and train again.</source>
        <translation>
            <numerusform>%n of %1 pictures cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the file back, or leave the picture out, and train again.</numerusform>
            <numerusform>%n of %1 pictures cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. Bring the files back, or leave these pictures out, and train again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and took no part: %1.</source>
        <translation>
            <numerusform>%n picture could not be read and took no part: %1.</numerusform>
            <numerusform>%n pictures could not be read and took no part: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingSelection</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) unlike the others are left out until you accept them.</source>
        <translation>
            <numerusform>%n picture unlike the others is left out until you accept it.</numerusform>
            <numerusform>%n pictures unlike the others are left out until you accept them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut-off picture file(s) are left out until you accept them.</source>
        <translation>
            <numerusform>%n cut-off picture file is left out until you accept it.</numerusform>
            <numerusform>%n cut-off picture files are left out until you accept them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture file(s) were not found and are left out.</source>
        <translation>
            <numerusform>%n picture file was not found and is left out.</numerusform>
            <numerusform>%n picture files were not found and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture file(s) have changed since the import and are left out.</source>
        <translation>
            <numerusform>%n picture file has changed since the import and is left out.</numerusform>
            <numerusform>%n picture files have changed since the import and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n picture file cannot be read and is left out.</numerusform>
            <numerusform>%n picture files cannot be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) belong to no split and are left out.</source>
        <translation>
            <numerusform>%n picture belongs to no split and is left out.</numerusform>
            <numerusform>%n pictures belong to no split and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not annotated yet and are left out.</source>
        <translation>
            <numerusform>%n picture is not annotated yet and is left out.</numerusform>
            <numerusform>%n pictures are not annotated yet and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training picture(s) without concept are not used for training; in the validation set they count.</source>
        <translation>
            <numerusform>%n training picture without concept is not used for training; in the validation set they count.</numerusform>
            <numerusform>%n training pictures without concept are not used for training; in the validation set they count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training picture(s) without concept are used as examples of “no”.</source>
        <translation>
            <numerusform>%n training picture without concept is used as examples of “no”.</numerusform>
            <numerusform>%n training pictures without concept are used as examples of “no”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) are under %1 px at this size: the network hardly sees them.</source>
        <translation>
            <numerusform>%n box is under %1 px at this size: the network hardly sees it.</numerusform>
            <numerusform>%n boxes are under %1 px at this size: the network hardly sees them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message numerus="yes">
        <source>The weights do not belong to this network: %n of its tensors differ.</source>
        <translation>
            <numerusform>The weights do not belong to this network: %n of its tensors differs.</numerusform>
            <numerusform>The weights do not belong to this network: %n of its tensors differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AnnotatePage</name>
    <message numerus="yes">
        <source>This image has %n box(es). Without concept deletes them; this can be undone.</source>
        <translation>
            <numerusform>This image has %n box. Without concept deletes it; this can be undone.</numerusform>
            <numerusform>This image has %n boxes. Without concept deletes them; this can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more: not looked at</source>
        <extracomment>%1: name of a concept, %n: how many others</extracomment>
        <translation>
            <numerusform>%1 and %n more: not looked at</numerusform>
            <numerusform>%1 and %n more: not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n are annotated.</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>The only image is annotated.</numerusform>
            <numerusform>All %n are annotated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the last image. %n of this list are not fully annotated.</source>
        <translation>
            <numerusform>This is the last image. %n of this list is not fully annotated.</numerusform>
            <numerusform>This is the last image. %n of this list are not fully annotated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoxEditing</name>
    <message numerus="yes">
        <source>Deleted %n box(es)</source>
        <translation>
            <numerusform>Deleted %n box</numerusform>
            <numerusform>Deleted %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConceptListModel</name>
    <message numerus="yes">
        <source>%1, %n box(es)</source>
        <extracomment>%1: name of a concept</extracomment>
        <translation>
            <numerusform>%1, %n box</numerusform>
            <numerusform>%1, %n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditedItem</name>
    <message numerus="yes">
        <source>Looked for %n concept(s)</source>
        <translation>
            <numerusform>Looked for %n concept</numerusform>
            <numerusform>Looked for %n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImagesPage</name>
    <message numerus="yes">
        <source>%n in this project</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%n in this project</numerusform>
            <numerusform>%n in this project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No image matches these %n filter(s).</source>
        <translation>
            <numerusform>No image matches this filter.</numerusform>
            <numerusform>No image matches these %n filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) and all annotations of them leave the project. The files stay where they are. This can be undone.</source>
        <translation>
            <numerusform>%n image and all annotations of it leave the project. The file stays where it is. This can be undone.</numerusform>
            <numerusform>%n images and all annotations of them leave the project. The files stay where they are. This can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n image(s)</source>
        <translation>
            <numerusform>Removed %n image</numerusform>
            <numerusform>Removed %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %n picture(s)</source>
        <translation>
            <numerusform>Accepted %n picture</numerusform>
            <numerusform>Accepted %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set split %1 on %n image(s)</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>Set split %1 on %n image</numerusform>
            <numerusform>Set split %1 on %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 to no on %n image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Set %1 to no on %n image</numerusform>
            <numerusform>Set %1 to no on %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 on %n image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Set %1 on %n image</numerusform>
            <numerusform>Set %1 on %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n image(s) as without concept</source>
        <translation>
            <numerusform>Marked %n image as without concept</numerusform>
            <numerusform>Marked %n images as without concept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are not where they were.</source>
        <translation>
            <numerusform>%n image is not where it was.</numerusform>
            <numerusform>%n images are not where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are other files than at the import.</source>
        <translation>
            <numerusform>%n image is another file than at the import.</numerusform>
            <numerusform>%n images are other files than at the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read.</source>
        <translation>
            <numerusform>%n image cannot be read.</numerusform>
            <numerusform>%n images cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) go to %1.</source>
        <comment>name of a split</comment>
        <translation>
            <numerusform>%Ln image goes to %1.</numerusform>
            <numerusform>%Ln images go to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1: no&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image gets &quot;%1: no&quot;.</numerusform>
            <numerusform>%Ln images get &quot;%1: no&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) get &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image gets &quot;%1&quot;.</numerusform>
            <numerusform>%Ln images get &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for %1 on %n image(s)</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>Looked for %1 on %n image</numerusform>
            <numerusform>Looked for %1 on %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for every concept on %n image(s)</source>
        <translation>
            <numerusform>Looked for every concept on %n image</numerusform>
            <numerusform>Looked for every concept on %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for &quot;%1&quot;.</source>
        <comment>name of a concept</comment>
        <translation>
            <numerusform>%Ln image counts as looked at for &quot;%1&quot;.</numerusform>
            <numerusform>%Ln images count as looked at for &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) count as looked at for every concept.</source>
        <translation>
            <numerusform>%Ln image counts as looked at for every concept.</numerusform>
            <numerusform>%Ln images count as looked at for every concept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) are marked as without concept.</source>
        <translation>
            <numerusform>%Ln image is marked as without concept.</numerusform>
            <numerusform>%Ln images are marked as without concept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%n image added. One Undo takes all of it back.</numerusform>
            <numerusform>%n images added. One Undo takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportSummary</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <comment>problems of an import</comment>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: save the list to see all.</source>
        <translation>
            <numerusform>%n more: save the list to see all.</numerusform>
            <numerusform>%n more: save the list to see all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemInspector</name>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%n image selected</numerusform>
            <numerusform>%n images selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not trained on as they are.</source>
        <translation>
            <numerusform>%n of them is not trained on as it is.</numerusform>
            <numerusform>%n of them are not trained on as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at</source>
        <comment>number of images</comment>
        <translation>
            <numerusform>%n not looked at</numerusform>
            <numerusform>%n not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n image(s)</source>
        <translation>
            <numerusform>on %n image</numerusform>
            <numerusform>on %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ItemText</name>
    <message numerus="yes">
        <source>%n annotated</source>
        <translation>
            <numerusform>%n annotated</numerusform>
            <numerusform>%n annotated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgedGrid</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryModel</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n image(s) added. One Undo takes all of it back.</source>
        <translation>
            <numerusform>%n image added. One Undo takes all of it back.</numerusform>
            <numerusform>%n images added. One Undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) are waiting.</source>
        <translation>
            <numerusform>%n training is waiting.</numerusform>
            <numerusform>%n trainings are waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be saved and are lost if you go on. %1</source>
        <translation>
            <numerusform>%n edit could not be saved and is lost if you go on. %1</numerusform>
            <numerusform>%n edits could not be saved and are lost if you go on. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProjectCard</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecoveryPage</name>
    <message numerus="yes">
        <source>%n edit(s) made after that are only in the file from before.</source>
        <translation>
            <numerusform>%n edit made after that is only in the file from before.</numerusform>
            <numerusform>%n edits made after that are only in the file from before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusBar</name>
    <message numerus="yes">
        <source>Not saved: %n edit(s) waiting</source>
        <translation>
            <numerusform>Not saved: %n edit waiting</numerusform>
            <numerusform>Not saved: %n edits waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingCheck</name>
    <message numerus="yes">
        <source>%n training image(s)</source>
        <translation>
            <numerusform>%n training image</numerusform>
            <numerusform>%n training images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n validation image(s)</source>
        <translation>
            <numerusform>%n validation image</numerusform>
            <numerusform>%n validation images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingIndicator</name>
    <message numerus="yes">
        <source>%n in queue</source>
        <comment>trainings</comment>
        <translation>
            <numerusform>%n in queue</numerusform>
            <numerusform>%n in queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainingPage</name>
    <message numerus="yes">
        <source>%n training(s) wait in the queue.</source>
        <translation>
            <numerusform>%n training waits in the queue.</numerusform>
            <numerusform>%n trainings wait in the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TryItPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VersionInformation</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VersionInspector</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VersionPage</name>
    <message numerus="yes">
        <source>%n images could not be read and took no part in the training: %1</source>
        <translation>
            <numerusform>%n image could not be read and took no part in the training: %1</numerusform>
            <numerusform>%n images could not be read and took no part in the training: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ViewCardDelegate</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
</TS>

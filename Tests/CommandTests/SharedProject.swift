import Foundation
import Synchronization
import TestSupport

/// Folders of projects that several tests share; what a static holds is never given back by itself.
private let sharedFolders = Mutex<[String]>([])

/// Gives `project` back; its folder goes when the tests' process ends.
func shared(_ project: SampleProject) -> SampleProject {
  sharedFolders.withLock { folders in
    if folders.isEmpty {
      atexit {
        for folder in sharedFolders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
      }
    }
    folders.append(project.folder.path)
  }
  return project
}
